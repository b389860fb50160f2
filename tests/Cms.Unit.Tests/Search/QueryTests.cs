using System.Text.RegularExpressions;
using Cms.Search.Query;
using static Cms.Unit.Tests.Search.IndexFixture;

namespace Cms.Unit.Tests.Search;

public sealed class QueryTests : IDisposable
{
    private readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("\"( AND *")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("kenya\0\"")]
    [InlineData("kenya OR NEAR(a b, 3) NOT *")]
    [InlineData("all_terms : kenya")]
    [InlineData("{words codes} : kenya")]
    [InlineData("^kenya +miramas -stade")]
    [InlineData("'; DROP TABLE documents; --")]
    [InlineData("fr:kenya en:kenya :")]
    [InlineData("\uD83D kenya \uDE00")]
    [InlineData("« kenya")]
    [InlineData("\"kenya \"miramas\" \"")]
    [InlineData("%_*?[]\\/")]
    public async Task Odd_queries_are_words_or_nothing(string query)
    {
        await _index.PutAsync(Document("a", "Partenariat avec le Kenya"));
        var result = await _index.SearchAsync(query);
        Assert.Equal(query.Contains("kenya", StringComparison.Ordinal) ? 1 : 0, result.Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!… « » —")]
    [InlineData("\0\u0001\u007F")]
    public async Task A_query_without_words_finds_nothing(string query)
    {
        await _index.PutAsync(Document("a", "Kenya"));
        Assert.Equal(0, (await _index.SearchAsync(query)).Total);
    }

    [Fact]
    public async Task A_query_is_cut_to_its_bounds()
    {
        await _index.PutAsync(Document("a", "Kenya"), Document("b", "Zanzibar"));
        Assert.Empty(await _index.SetsAsync(new string('a', 5000)));
        Assert.Equal(["a"], await _index.SetsAsync($"kenya {new string(' ', 200)} zanzibar"));
        Assert.Equal(["a"], await _index.SetsAsync($"kenya {string.Join(' ', Enumerable.Range(100, 24))} zanzibar"));
    }

    [Fact]
    public async Task Only_stop_words_are_looked_for_all_the_same()
    {
        await _index.PutAsync(Document("a", "Qui nous sommes"), Document("b", "Kenya"));
        Assert.Equal(["a"], await _index.SetsAsync("qui"));
    }

    [Fact]
    public async Task Stop_words_beside_others_find_nothing_by_themselves()
    {
        await _index.PutAsync(Document("a", "Les stades"), Document("b", "Les collèges"));
        Assert.Equal(["b"], await _index.SetsAsync("les collèges"));
    }

    [Fact]
    public async Task A_culture_finds_only_its_own_documents()
    {
        await _index.PutAsync(Document("a", "Kenya"), Document("b", "Kenya", culture: "en"));
        Assert.Equal(["b"], await _index.SetsAsync("kenya", "en"));
        Assert.Empty(await _index.SetsAsync("kenya", "de"));
    }

    [Fact]
    public async Task Documents_with_all_words_come_first()
    {
        await _index.PutAsync(
            Document("one", "Kenya Kenya Kenya", "Kenya"), Document("both", "Relations", "Un stade, et plus loin dans ce texte un peu long, le Kenya."));
        Assert.Equal(["both", "one"], await _index.SetsAsync("stade kenya"));
    }

    [Fact]
    public async Task Documents_with_some_words_are_left_out_when_enough_have_all()
    {
        await _index.PutAsync([.. Enumerable.Range(0, 10).Select(number => Document($"all{number}", "stade kenya")), Document("some", "stade")]);
        Assert.Equal(10, (await _index.SearchAsync("stade kenya")).Total);
    }

    [Fact]
    public async Task A_word_in_the_title_outranks_one_in_the_text()
    {
        await _index.PutAsync(
            Document("text", "Une page", "La cyberbase est ouverte à tous."), Document("title", "La cyberbase", "Elle est ouverte à tous ici."),
            Document("other", "Autre", "Rien."));
        Assert.Equal(["title", "text"], await _index.SetsAsync("cyberbase"));
    }

    [Fact]
    public async Task A_code_finds_its_item_first()
    {
        await _index.PutAsync(
            Document("522", "5.2.2 Développer l'e-administration", "Une action."),
            Document("521", "5.2.1 Réduire", "Voir 5.2.2, 5 fois 2 et 2, en 2022. 2 2 2 5 5 5"), Document("51", "5.1.2 Autre", "5 2 2"));
        Assert.Equal(["522", "521"], await _index.SetsAsync("5.2.2"));
        Assert.Equal("522", (await _index.SetsAsync("action 5.2.2"))[0]);
    }

    [Theory]
    [InlineData("e-administration")]
    [InlineData("E‑administration")]
    [InlineData("eadministration")]
    [InlineData("administration")]
    [InlineData("l’administration")]
    public async Task A_joined_word_is_found_whole_and_by_its_parts(string query)
    {
        await _index.PutAsync(Document("a", "L'E-administration"), Document("b", "Autre"));
        Assert.Equal(["a"], await _index.SetsAsync(query));
    }

    [Fact]
    public async Task Keywords_find_a_document_and_show_in_no_snippet()
    {
        await _index.PutAsync(Document("a", "Titre", "Texte") with { Keywords = "zanzibar" });
        var item = Assert.Single((await _index.SearchAsync("zanzibar")).Items);
        Assert.Equal("Texte", item.Snippet);
    }

    [Fact]
    public async Task A_phrase_must_stand_in_a_row()
    {
        await _index.PutAsync(
            Document("row", "x", "la maison du bel âge ouvre"), Document("apart", "x", "un bel endroit, quel âge, quelle maison"));
        Assert.Equal(["row"], await _index.SetsAsync("\"bel âge\""));
        Assert.Equal(["row"], await _index.SetsAsync("« bel âge » maison"));
        Assert.Equal(["apart", "row"], (await _index.SetsAsync("bel âge")).Order());
    }

    [Fact]
    public async Task The_last_word_may_be_unfinished()
    {
        await _index.PutAsync(Document("a", "Coopération internationale"));
        Assert.Equal(["a"], await _index.SetsAsync("coopé"));
        Assert.Empty(await _index.SetsAsync("coopé "));
    }

    [Fact]
    public async Task A_misspelt_word_is_put_right_and_suggested()
    {
        await _index.PutAsync(Document("a", "Handicap et sport", "Les collèges"), Document("b", "Autre"));
        var result = await _index.SearchAsync("Le hanidcap au collège");
        Assert.Equal("Le handicap au collège", result.Suggestion);
        Assert.Equal("a", result.Items[0].LocalizationSet);
        Assert.Null((await _index.SearchAsync("handicap")).Suggestion);
        Assert.Null((await _index.SearchAsync("xylophoniste ")).Suggestion);
    }

    [Fact]
    public async Task A_suggestion_comes_from_the_same_culture_and_from_what_is_there_now()
    {
        await _index.PutAsync(Document("a", "Handicap", culture: "en"));
        Assert.Null((await _index.SearchAsync("handicpa ")).Suggestion);
        await _index.PutAsync(Document("b", "Handicap"));
        Assert.Equal("handicap", (await _index.SearchAsync("handicpa ")).Suggestion);
        await _index.Index.ApplyAsync([], [("b", "fr")], "3");
        Assert.Null((await _index.SearchAsync("handicpa ")).Suggestion);
    }

    [Fact]
    public async Task Pages_cover_all_results_once_with_falling_scores()
    {
        await _index.PutAsync([.. Enumerable.Range(0, 45).Select(number => Document($"s{number}", "Kenya", new string('x', number)))]);
        var items = new List<SearchItem>();
        for (var page = 1; page <= 4; page++)
        {
            var result = await _index.Index.SearchAsync(new SearchRequest { Query = "kenya", Culture = "fr", Page = page, PageSize = 20 });
            Assert.Equal((45, false), (result.Total, result.TotalIsLowerBound));
            items.AddRange(result.Items);
        }

        Assert.Equal(45, items.DistinctBy(item => item.LocalizationSet).Count());
        Assert.Equal(45, items.Count);
        Assert.Equal(items.Select(item => item.Score).OrderDescending(), items.Select(item => item.Score));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(-5, 5000, 3)]
    [InlineData(int.MaxValue, 100, 0)]
    public async Task Pages_out_of_bounds_are_brought_within_them(int page, int size, int shown)
    {
        await _index.PutAsync(Document("a", "Kenya"), Document("b", "Kenya"), Document("c", "Kenya"));
        var result = await _index.Index.SearchAsync(new SearchRequest { Query = "kenya", Culture = "fr", Page = page, PageSize = size });
        Assert.Equal((3, shown), (result.Total, result.Items.Count));
    }

    [Fact]
    public async Task Totals_are_exact_up_to_ten_thousand()
    {
        await _index.PutAsync([.. Enumerable.Range(0, 10_000).Select(number => Document($"s{number}", "kenya"))]);
        var exact = await _index.SearchAsync("kenya");
        Assert.Equal((10_000, false), (exact.Total, exact.TotalIsLowerBound));
        await _index.PutAsync(Document("more", "kenya"));
        var bounded = await _index.SearchAsync("kenya");
        Assert.Equal((10_000, true), (bounded.Total, bounded.TotalIsLowerBound));
    }

    [Fact]
    public async Task Facets_count_what_the_other_filters_leave()
    {
        await _index.PutAsync(
            Document("a", "Kenya") with { ContentType = "Programme", Publisher = "13", Themes = ["sport", "jeunesse"] },
            Document("b", "Kenya") with { ContentType = "Article", Publisher = "13", Themes = ["sport"] },
            Document("c", "Kenya") with { ContentType = "Article", Publisher = "94" },
            Document("d", "Arménie") with { ContentType = "Site", Publisher = "64", Themes = ["paix"] });
        var all = await _index.SearchAsync("kenya");
        Assert.Equal([new("Article", 2), new("Programme", 1)], all.Facets.Type);
        Assert.Equal([new("sport", 2), new("jeunesse", 1)], all.Facets.Theme);
        Assert.Equal([new("13", 2), new("94", 1)], all.Facets.Publisher);

        var filtered = await _index.Index.SearchAsync(new SearchRequest { Query = "kenya", Culture = "fr", Type = "Article", Publisher = "13", Theme = "sport" });
        Assert.Equal(["b"], filtered.Items.Select(item => item.LocalizationSet));
        Assert.Equal(1, filtered.Total);
        Assert.Equal([new("Article", 1), new("Programme", 1)], filtered.Facets.Type);
        Assert.Equal([new("13", 1)], filtered.Facets.Publisher);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> kenya", "&lt;script&gt;alert(1)&lt;/script&gt; <mark>kenya</mark>")]
    [InlineData("a & b \"kenya\" <mark>", "a &amp; b &quot;<mark>kenya</mark>&quot; &lt;mark&gt;")]
    [InlineData("l’Arménie, d'ici au Kenya", "l’Arménie, d&#x27;ici au <mark>Kenya</mark>")]
    [InlineData("<kenya onclick='x'>", "&lt;<mark>kenya</mark> onclick=&#x27;x&#x27;&gt;")]
    [InlineData("un\n\n  texte\tkenya", "un texte <mark>kenya</mark>")]
    public async Task Snippets_encode_everything_but_their_marks(string body, string snippet)
    {
        await _index.PutAsync(Document("a", "x", body));
        Assert.Equal(snippet, Assert.Single((await _index.SearchAsync("kenya")).Items).Snippet);
    }

    [Fact]
    public async Task Marks_leave_the_elided_article_and_take_the_whole_word()
    {
        await _index.PutAsync(Document("a", "x", "L’école et les écoles, action 5.2.2"));
        Assert.Equal("L’<mark>école</mark> et les <mark>écoles</mark>, action <mark>5.2.2</mark>",
            Assert.Single((await _index.SearchAsync("ecole 5.2.2")).Items).Snippet);
    }

    [Fact]
    public async Task A_snippet_is_the_best_part_of_a_long_text_cut_at_words()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum dolor sit amet ", 30));
        await _index.PutAsync(Document("a", "x", $"kenya {filler}un stade au kenya pour tous {filler}"));
        var snippet = Assert.Single((await _index.SearchAsync("stade kenya")).Items).Snippet;
        Assert.Contains("un <mark>stade</mark> au <mark>kenya</mark> pour tous", snippet, StringComparison.Ordinal);
        Assert.Matches(new Regex("^… (lorem|ipsum|dolor|sit|amet|un) .* (lorem|ipsum|dolor|sit|amet) …$"), snippet);
        Assert.InRange(snippet.Length, 150, 260);
    }

    [Fact]
    public async Task A_text_without_spaces_is_cut_between_characters()
    {
        await _index.PutAsync(Document("a", "kenya", string.Concat(Enumerable.Repeat("😀", 500))));
        var snippet = Assert.Single((await _index.SearchAsync("kenya")).Items).Snippet;
        Assert.DoesNotContain('\uFFFD', snippet);
        Assert.DoesNotContain("&#xFFFD;", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_text_is_indexed_and_shown_without_its_broken_characters()
    {
        await _index.PutAsync(Document("a", "x", "kenya \uD800 et \uDC00 fin"));
        Assert.Contains("<mark>kenya</mark>", Assert.Single((await _index.SearchAsync("kenya")).Items).Snippet, StringComparison.Ordinal);
    }
}
