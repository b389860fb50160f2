using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Pages of lists: order, filters, limits, and that walking through the pages gives everything once.</summary>
public abstract class ListTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task Newest_first_or_oldest_first()
    {
        var mark = await TermAsync("Un", "Deux", "Trois", "Quatre", "Cinq");

        Assert.Equal(["Cinq", "Quatre", "Trois", "Deux", "Un"], await TitlesAsync(new ContentQuery { Type = nameof(Notice), Culture = "fr", Term = mark, PageSize = 2 }));
        Assert.Equal(["Un", "Deux", "Trois", "Quatre", "Cinq"], await TitlesAsync(new ContentQuery { Term = mark, OldestFirst = true, PageSize = 2 }));
    }

    [StoreFact]
    public async Task By_title_without_accents_and_by_the_last_change()
    {
        var mark = await TermAsync("Œuvre", "zoo", "Étang 10", "Étang 9", "eau");
        var first = (await Engine.Lists.PageAsync(new ContentQuery { Term = mark, OldestFirst = true, PageSize = 1 })).Items[0];
        await Engine.PublishAsync(await Engine.LatestAsync(first));

        Assert.Equal(["eau", "Étang 9", "Étang 10", "Œuvre", "zoo"], await TitlesAsync(new ContentQuery { Type = nameof(Notice), Term = mark, OrderBy = ContentQuery.ByTitle, PageSize = 2 }));
        Assert.Equal(["zoo", "Étang 10", "Étang 9", "eau", "Œuvre"], await TitlesAsync(new ContentQuery { Term = mark, OrderBy = ContentQuery.ByChange, PageSize = 2 }));
        Assert.Equal(["Œuvre", "eau"], (await TitlesAsync(new ContentQuery { Term = mark, OrderBy = ContentQuery.ByChange, Descending = true, PageSize = 2 })).Take(2));
    }

    [StoreFact]
    public async Task By_state_and_owner()
    {
        var mark = await TermAsync("Publié", "Modifié");
        var changed = (await Engine.Lists.PageAsync(new ContentQuery { Term = mark, PageSize = 1 })).Items[0];
        await Engine.SaveAsync((await Engine.LatestAsync(changed)).Alter<TitlePart>(part => part.Title = "Modifié depuis"));
        var draft = (await Engine.NoticeAsync("Brouillon")).Alter<PublicationPart>(part => part.Themes = new TaxonomyField { TermContentItemIds = [mark] });
        draft.Owner = "zoé";
        await Engine.SaveAsync(draft);

        async Task<IReadOnlyList<string>> TitlesOfAsync(ContentFilter filter) => await TitlesAsync(new ContentQuery { Term = mark, Version = ContentVersion.Latest, Filters = [filter] });

        Assert.Equal(["Brouillon"], await TitlesOfAsync(new StateFilter(ContentState.Draft)));
        Assert.Equal(["Publié"], await TitlesOfAsync(new StateFilter(ContentState.Published)));
        Assert.Equal(["Modifié depuis"], await TitlesOfAsync(new StateFilter(ContentState.Changed)));
        Assert.Equal(["Brouillon"], await TitlesOfAsync(new OwnerFilter("zoé")));
    }

    [StoreFact]
    public async Task A_walk_meets_every_published_item_once()
    {
        var mark = await TermAsync("Pas 1", "Pas 2", "Pas 3", "Pas 4", "Pas 5");
        await Engine.SaveAsync((await Engine.NoticeAsync("Brouillon")).Alter<PublicationPart>(part => part.Themes = new TaxonomyField { TermContentItemIds = [mark] }));

        foreach (var size in new[] { 1, 2, 5, 1_000 })
        {
            var met = new List<string>();
            await foreach (var batch in Engine.Lists.WalkAsync(nameof(Notice), "fr", size))
            {
                Assert.InRange(batch.Count, 1, size);
                met.AddRange(batch.Where(item => item.As<PublicationPart>().Themes.TermContentItemIds.Contains(mark)).Select(item => item.DisplayText));
            }

            Assert.Equal(["Pas 1", "Pas 2", "Pas 3", "Pas 4", "Pas 5"], met);
        }
    }

    [StoreFact]
    public async Task A_shared_code_orders_by_its_numbers_and_items_without_one_stay_in_the_list()
    {
        var publisher = await Engine.PublisherAsync(Unique("Ordre"));
        foreach (var code in new[] { "5.2.10", "5.2.9", "5.10.1", "5.2.1" })
        {
            await Engine.PublishAsync(await Engine.MeasureAsync("fr", code, code, publisher: publisher));
        }

        // A required code may be missing in what an older program published.
        var without = await Engine.MeasureAsync("fr", "", "sans", publisher: publisher);
        without = await Engine.PublishAsync(without.Alter<Measure>(part => part.Code = "x"));
        await Engine.Database.WriteAsync(unit => unit.ExecuteAsync(
            $"UPDATE content_set SET shared = {unit.Dialect.JsonIn("@document")} WHERE set_id = @set",
            new { set = without.LocalizationSet, document = "{}"u8.ToArray() }));

        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            Assert.Equal(
                ["sans", "5.2.1", "5.2.9", "5.2.10", "5.10.1"],
                await TitlesAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr", Publisher = publisher, OrderBy = "Measure.Code", PageSize = size }));
        }
    }

    [StoreFact]
    public async Task Drafts_that_share_a_code_stay_in_the_list_of_editors()
    {
        var publisher = await Engine.PublisherAsync(Unique("Brouillons"));
        foreach (var code in new[] { "5.2.2", "", "5.2.1", "" })
        {
            await Engine.SaveAsync(await Engine.MeasureAsync("fr", code, "brouillon", publisher: publisher));
        }

        var query = new ContentQuery { Type = nameof(Measure), Culture = "fr", Publisher = publisher, OrderBy = "Measure.Code", PageSize = 1, Version = ContentVersion.Latest };

        Assert.Equal(4, (await TitlesAsync(query)).Count);
    }

    [StoreFact]
    public async Task An_own_number_orders_and_items_without_one_stay_in_the_list()
    {
        var mark = IdGenerator.NewId();
        foreach (var rank in new decimal?[] { 10, null, 9.5m, 0.1m, null, 123456789.25m, null })
        {
            await NoticeAsync(rank is null ? "sans" : FormattableString.Invariant($"{rank}"), mark, part => part.Rank.Value = rank);
        }

        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            Assert.Equal(
                ["sans", "sans", "sans", "0.1", "9.5", "10", "123456789.25"],
                await TitlesAsync(new ContentQuery { Type = nameof(Notice), Culture = "fr", Term = mark, OrderBy = "Notice.Rank", PageSize = size }));
        }
    }

    [StoreFact]
    public async Task An_own_text_orders_byte_by_byte_and_items_without_one_stay_in_the_list()
    {
        var mark = IdGenerator.NewId();
        foreach (var word in new[] { "b", "é", "", "Z", "", "a" })
        {
            await NoticeAsync(word.Length == 0 ? "sans" : word, mark, part => part.Word = word);
        }

        Assert.Equal(
            ["sans", "sans", "Z", "a", "b", "é"],
            await TitlesAsync(new ContentQuery { Type = nameof(Notice), Culture = "fr", Term = mark, OrderBy = "Notice.Word", PageSize = 1 }));
    }

    [StoreFact]
    public async Task A_list_of_every_language_gives_each_language_once()
    {
        var publisher = await Engine.PublisherAsync(Unique("Langues"));
        for (var number = 1; number <= 3; number++)
        {
            var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", $"4.{number}", $"fr {number}", publisher: publisher));
            await Engine.PublishAsync(await Engine.MeasureAsync("en", $"4.{number}", $"en {number}", french.LocalizationSet, publisher));
        }

        var query = new ContentQuery { Type = nameof(Measure), Publisher = publisher, OrderBy = "Measure.Code" };
        foreach (var size in new[] { 1, 2, 3, 5 })
        {
            Assert.Equal(["en 1", "en 2", "en 3", "fr 1", "fr 2", "fr 3"], (await TitlesAsync(query with { PageSize = size })).Order(StringComparer.Ordinal));
            Assert.Equal(6, (await TitlesAsync(query with { PageSize = size, OrderBy = "" })).Distinct().Count());
        }
    }

    [StoreFact]
    public async Task Filters_take_what_points_to_a_publisher_a_term_or_a_set()
    {
        var (publisher, term, target) = (await Engine.PublisherAsync(Unique("Filtre")), IdGenerator.NewId(), IdGenerator.NewId());
        await Engine.PublishAsync(await Engine.MeasureAsync("fr", "6.1", "publié par", publisher: publisher));
        await NoticeAsync("du thème", term);
        await Engine.PublishAsync((await Engine.NoticeAsync("du texte")).Alter<Notice>(part => part.Text = $"[x](item:{target})"));
        await Engine.PublishAsync((await Engine.NoticeAsync("d'un autre publisher")).Alter<Notice>(part => part.Text = $"[x](item:{publisher})"));
        await Engine.SaveAsync((await Engine.NoticeAsync("brouillon")).Alter<Notice>(part => part.Text = $"[x](item:{target})"));

        Assert.Equal(["publié par"], await TitlesAsync(new ContentQuery { Publisher = publisher }));
        Assert.Equal(["du thème"], await TitlesAsync(new ContentQuery { Culture = "fr", Term = term }));
        Assert.Empty(await TitlesAsync(new ContentQuery { Culture = "en", Term = term }));
        Assert.Equal(["du texte"], await TitlesAsync(new ContentQuery { Type = nameof(Notice), PointsTo = target }));
        Assert.Equal(["brouillon", "du texte"], await TitlesAsync(new ContentQuery { PointsTo = target, Version = ContentVersion.Latest }));
        Assert.Empty(await TitlesAsync(new ContentQuery { Term = "' OR 1 = 1 --" }));
        Assert.Equal(1, (await Engine.Lists.FacetAsync(new ContentQuery { Culture = "fr", Term = term }, Reference.Term, "PublicationPart.Themes"))[term]);
    }

    [StoreFact]
    public async Task The_list_of_editors_goes_by_what_the_newest_version_points_to()
    {
        var (before, after) = (IdGenerator.NewId(), IdGenerator.NewId());
        var item = await Engine.PublishAsync((await Engine.NoticeAsync("Mobile")).Alter<Notice>(part => part.Text = $"[x](item:{before})"));
        await Engine.SaveAsync((await Engine.LatestAsync(item)).Alter<Notice>(part => part.Text = $"[x](item:{after})"));

        Assert.Empty(await TitlesAsync(new ContentQuery { PointsTo = before, Version = ContentVersion.Latest }));
        Assert.Equal(["Mobile"], await TitlesAsync(new ContentQuery { PointsTo = after, Version = ContentVersion.Latest }));
        Assert.Equal(["Mobile"], await TitlesAsync(new ContentQuery { PointsTo = before }));
        Assert.Empty(await TitlesAsync(new ContentQuery { PointsTo = after }));
    }

    [StoreFact]
    public async Task After_a_change_the_pages_are_made_anew()
    {
        var mark = await TermAsync("A", "B", "C", "D");
        var query = new ContentQuery { Type = nameof(Notice), Culture = "fr", Term = mark, PageSize = 2 };
        Assert.Equal(["D", "C", "B", "A"], await TitlesAsync(query));

        await NoticeAsync("E", mark);
        var page = await Engine.Lists.PageAsync(query with { Page = 3 });
        Assert.Equal(["A"], page.Items.Select(item => item.DisplayText));
        Assert.Equal((5, 3), (page.Total, page.LastPage));
        Assert.Equal(["E", "D", "C", "B", "A"], await TitlesAsync(query));

        var gone = (await Engine.Lists.PageAsync(query)).Items[0];
        await Engine.Manager.UnpublishAsync(gone.ContentItemId, gone.Revision, Actor.System);
        Assert.Equal(["D", "C", "B", "A"], await TitlesAsync(query));
    }

    [StoreFact]
    public async Task Pages_and_sizes_out_of_range_are_refused_and_a_page_too_far_is_empty()
    {
        foreach (var query in new ContentQuery[] { new() { Page = 0 }, new() { Page = ContentQuery.MaxPage + 1 }, new() { PageSize = 0 }, new() { PageSize = 101 } })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Engine.Lists.PageAsync(query));
        }

        var mark = await TermAsync("Seul");
        var far = await Engine.Lists.PageAsync(new ContentQuery { Term = mark, Page = ContentQuery.MaxPage });
        Assert.Equal((0, 1, false), (far.Items.Count, far.Total, far.TotalIsLowerBound));
        var none = await Engine.Lists.PageAsync(new ContentQuery { Term = "none" });
        Assert.Equal((0, 0, 1), (none.Items.Count, none.Total, none.LastPage));
    }

    [StoreFact]
    public async Task A_total_is_exact_up_to_ten_thousand_and_a_lower_bound_beyond()
    {
        await FillAsync("counted", 10_001);

        var page = await Engine.Lists.PageAsync(new ContentQuery { Type = "counted", Culture = "fr", PageSize = 10, Page = ContentQuery.MaxPage });

        Assert.Equal((10_000, true, 10, ContentQuery.MaxPage), (page.Total, page.TotalIsLowerBound, page.Items.Count, page.LastPage));
        Assert.Equal("105001", page.Items[^1].DisplayText);
    }

    /// <summary>Published items straight into the tables, titled 100000, 100001 and so on, from the oldest to the newest.</summary>
    protected Task FillAsync(string type, int count) => Engine.Database.WriteAsync(async unit =>
    {
        var numbers = FormattableString.Invariant($"WITH RECURSIVE n (i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < {99_999 + count})");
        var args = new { type, document = "{}"u8.ToArray() };
        await unit.ExecuteAsync($"INSERT INTO content_set (set_id, type, shared, revision) {numbers} SELECT @type || i, @type, {unit.Dialect.JsonIn("@document")}, 1 FROM n", args);
        await unit.ExecuteAsync(
            $"""
            INSERT INTO content_item (item_id, set_id, culture, type, owner, created_utc, revision)
            {numbers} SELECT @type || i, @type || i, 'fr', @type, '', '', 1 FROM n
            """,
            args);
        await unit.ExecuteAsync(
            $"""
            INSERT INTO content_live (set_id, culture, published, latest, item_id, version_id, type, title, owner, author, created_utc, modified_utc, document)
            {numbers} SELECT @type || i, 'fr', 1, 1, @type || i, @type || i, @type, CAST(i AS text), '', '',
            '2026-01-01T00:00:00.' || i || 'Z', '2026-01-01T00:00:00Z', {unit.Dialect.JsonIn("@document")} FROM n
            """,
            args);
    });

    protected async Task<List<string>> TitlesAsync(ContentQuery query)
    {
        var titles = new List<string>();
        var page = await Engine.Lists.PageAsync(query);
        for (var number = 2; ; number++)
        {
            titles.AddRange(page.Items.Select(item => item.DisplayText));
            if (number > page.LastPage)
            {
                Assert.Equal(page.Total, titles.Count);
                return titles;
            }

            page = await Engine.Lists.PageAsync(query with { Page = number });
        }
    }

    private async Task<string> TermAsync(params string[] titles)
    {
        var mark = IdGenerator.NewId();
        foreach (var title in titles)
        {
            await NoticeAsync(title, mark);
        }

        return mark;
    }

    private async Task NoticeAsync(string title, string mark, Action<Notice>? change = null) => await Engine.PublishAsync(
        (await Engine.NoticeAsync(title))
            .Alter<PublicationPart>(part => part.Themes = new TaxonomyField { TermContentItemIds = [mark] })
            .Alter<Notice>(part => change?.Invoke(part)));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresListTests(PostgresStore store) : ListTests(store), IClassFixture<PostgresStore>;
