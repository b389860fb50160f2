using Cms.Search.Analysis;

namespace Cms.Unit.Tests.Search;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData("l'école")]
    [InlineData("l’école")]
    [InlineData("L'ÉCOLE")]
    [InlineData("d’école")]
    [InlineData("qu'école")]
    [InlineData("jusqu’école")]
    [InlineData("lorsqu'école")]
    [InlineData("e\u0301coles")]
    [InlineData("d'l’écoles")]
    public void French_words_lose_elision_accents_and_plural(string text) => Assert.Equal(Terms("fr", "ecole"), Terms("fr", text));

    [Theory]
    [InlineData("aujourd’hui", "aujourd'hui")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("Œuvres", "oeuvre")]
    [InlineData("ex æquo", "ex aequo")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("1ᵉʳ", "1er")]
    [InlineData("inter\u00ADnational", "international")]
    [InlineData("ＡＢＣ", "abc")]
    public void Spellings_of_one_word_are_the_same(string left, string right) => Assert.Equal(Terms("fr", right), Terms("fr", left));

    [Theory]
    [InlineData("élève", "eleve")]
    [InlineData("coopération", "COOPERATIONS")]
    [InlineData("liée", "liee")]
    public void Folds_accents_before_stemming(string accented, string plain) => Assert.Equal(Terms("fr", plain), Terms("fr", accented));

    [Theory]
    [InlineData("journal", "journaux")]
    [InlineData("chevaux", "cheval")]
    [InlineData("eau", "eaux")]
    [InlineData("bijou", "bijoux")]
    [InlineData("programme", "programmes")]
    [InlineData("départemental", "départementales")]
    [InlineData("départementaux", "départementale")]
    [InlineData("départements", "département")]
    [InlineData("ancien", "anciennes")]
    [InlineData("sportif", "sportives")]
    [InlineData("nombreux", "nombreuses")]
    [InlineData("directeur", "directrices")]
    [InlineData("professionnelle", "professionnels")]
    [InlineData("innover", "innove")]
    [InlineData("premier", "premières")]
    public void French_forms_of_one_word_meet(string left, string right) => Assert.Equal(Terms("fr", left), Terms("fr", right));

    [Theory]
    [InlineData("département", "départ")]
    [InlineData("maison", "mai")]
    [InlineData("port", "portail")]
    [InlineData("année", "âne")]
    public void French_words_that_differ_stay_apart(string left, string right) => Assert.NotEqual(Terms("fr", left), Terms("fr", right));

    [Theory]
    [InlineData("houses", "house")]
    [InlineData("policies", "policy")]
    [InlineData("building", "build")]
    [InlineData("relational", "relate")]
    [InlineData("hopping", "hop")]
    [InlineData("children's", "children")]
    [InlineData("the department’s", "the department")]
    [InlineData("d'Aix", "Aix")]
    public void English_forms_of_one_word_meet(string left, string right) => Assert.Equal(Terms("en", right), Terms("en", left));

    [Theory]
    [InlineData("generously", "generous")]
    [InlineData("consigned", "consign")]
    [InlineData("knightly", "knight")]
    [InlineData("dying", "die")]
    [InlineData("skies", "sky")]
    [InlineData("happy", "happi")]
    public void English_stems_are_those_of_the_published_algorithm(string word, string stem) => Assert.Equal([stem], Terms("en", word));

    [Fact]
    public void A_code_is_one_term_and_its_parts() => Assert.Equal(["5", "2", "2", "5.2.2"], Terms("fr", "5.2.2"));

    [Fact]
    public void A_code_is_the_same_with_dots_and_hyphens() => Assert.Equal(Terms("fr", "5.2.2"), Terms("fr", "5-2-2"));

    [Fact]
    public void A_joined_word_is_one_term_and_its_parts() =>
        Assert.Equal(["e", .. Terms("fr", "administration"), .. Terms("fr", "eadministration")], Terms("fr", "L’E-administration"));

    [Theory]
    [InlineData("38 000", "38000")]
    [InlineData("38\u202F000", "38000")]
    [InlineData("38\u00A0000", "38000")]
    [InlineData("38,000", "38000")]
    [InlineData("23 000 000", "23000000")]
    [InlineData("05 59 11 45 33", "0559114533")]
    [InlineData("05.59.11.45.33", "0559114533")]
    public void Grouped_numbers_are_also_one_number(string text, string number) => Assert.Contains(number, Terms("fr", text));

    [Theory]
    [InlineData("2015 2020")]
    [InlineData("28 30 novembre")]
    [InlineData("5 000 12")]
    public void Numbers_side_by_side_stay_apart(string text) =>
        Assert.DoesNotContain(TextAnalyzer.For("fr").Analyze(text), token => token.Kind == TokenKind.Code);

    [Fact]
    public void Tokens_know_their_place_in_the_original_text()
    {
        const string Text = "« L’e\u0301cole », et 5.2.2 d'Œuvres.";
        var places = TextAnalyzer.For("fr").Analyze(Text).Select(token => Text.Substring(token.Start, token.Length));
        Assert.Equal(["e\u0301cole", "et", "5", "2", "2", "5.2.2", "Œuvres"], places);
    }

    [Fact]
    public void A_language_without_rules_is_folded_only() => Assert.Equal(["strassen", "grosse"], Terms("de", "Straßen GRÖSSE"));

    [Theory]
    [InlineData("")]
    [InlineData("  …!? « »")]
    [InlineData("\0\u0001")]
    [InlineData("\uD800 \uDC00")]
    [InlineData("\u0301\u00AD")]
    [InlineData("'’'")]
    public void Nothing_to_read_gives_no_term(string text) => Assert.Empty(Terms("fr", text));

    [Fact]
    public void Very_long_words_are_cut_alike() => Assert.Equal(Terms("fr", new string('é', 5000)), Terms("fr", new string('é', 300)));

    [Fact]
    public void Terms_hold_nothing_that_the_index_takes_for_syntax()
    {
        var every = string.Concat(Enumerable.Range(0, 0x10000).Where(code => code is < 0xD800 or > 0xDFFF).Select(code => $" a{(char)code}1-b"));
        foreach (var culture in new[] { "fr", "en", "de" })
        {
            Assert.All(TextAnalyzer.For(culture).Analyze(every), token =>
                Assert.True(token.Term.Length > 0 && token.Term.EnumerateRunes().All(rune => Folding.IsWord(rune) || rune.Value == '.'), token.Term));
        }
    }

    private static List<string> Terms(string culture, string text) => TextAnalyzer.For(culture).Analyze(text).Select(token => token.Term).ToList();
}
