using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What facets ask of lists: periods of dates as precise as they are known, and terms with those under them.</summary>
public abstract class FacetTests(TestStore store) : ContentTests(store)
{
    private const string Dates = "Gathering.Dates";
    private const string Places = "Gathering.Places";

    [StoreFact]
    public async Task A_date_is_in_every_period_that_one_of_its_days_may_be_in()
    {
        var mark = IdGenerator.NewId();
        await GatheringAsync("jour", "2023-11-28", "", mark);
        await GatheringAsync("de novembre à décembre", "2023-11-28", "2023-12-01", mark);
        await GatheringAsync("mois", "2023-12", "", mark);
        await GatheringAsync("année", "2023", "", mark);
        await GatheringAsync("d'une année à l'autre", "2022-12-30", "2024", mark);
        await GatheringAsync("sans date", "", "", mark);

        Assert.Equal(["année", "d'une année à l'autre", "de novembre à décembre", "jour"], await WithinAsync(mark, new(2023, 11, 1), new(2023, 11, 30)));
        Assert.Equal(["année", "d'une année à l'autre", "de novembre à décembre", "mois"], await WithinAsync(mark, new(2023, 12, 1), new(2023, 12, 31)));
        Assert.Equal(["d'une année à l'autre"], await WithinAsync(mark, new(2022, 12, 31), new(2022, 12, 31)));
        Assert.Equal(["d'une année à l'autre"], await WithinAsync(mark, new(2024, 12, 31), new(2024, 12, 31)));
        Assert.Empty(await WithinAsync(mark, new(2025, 1, 1), new(2025, 12, 31)));
        Assert.Empty(await WithinAsync(mark, new(2022, 12, 1), new(2022, 12, 29)));
    }

    [StoreFact]
    public async Task Dates_of_a_list_are_counted_from_their_first_to_their_last_day()
    {
        var mark = IdGenerator.NewId();
        await GatheringAsync("un", "2023-12", "", mark);
        await GatheringAsync("deux", "2023-12", "", mark);
        await GatheringAsync("trois", "2024-02", "2024-03-05", mark);
        await GatheringAsync("sans date", "", "", mark);

        var spans = await Engine.Lists.SpansAsync(Query(mark), Dates);

        Assert.Equal([new DateSpan(new(2023, 12, 1), new(2023, 12, 31), 2), new DateSpan(new(2024, 2, 1), new(2024, 3, 5), 1)], spans.OrderBy(span => span.First));
        await Assert.ThrowsAsync<ArgumentException>(() => Engine.Lists.SpansAsync(Query(mark), Places));
    }

    [StoreFact]
    public async Task An_item_with_two_terms_under_one_counts_once()
    {
        var (mark, france, marseille, arles, kenya) = (IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId());
        await GatheringAsync("deux villes", "2023", "", mark, marseille, arles);
        await GatheringAsync("une ville et un pays", "2023", "", mark, marseille, kenya);
        await GatheringAsync("le pays seul", "2023", "", mark, france);

        var counts = await Engine.Lists.TreeFacetAsync(Query(mark), Places, [(france, france), (france, marseille), (marseille, marseille), (france, arles), (arles, arles), (kenya, kenya)]);

        Assert.Equal((3, 2, 1, 1), (counts[france], counts[marseille], counts[arles], counts[kenya]));
    }

    [StoreFact]
    public async Task A_long_list_says_what_there_is_without_counting_it()
    {
        var (mark, arles, kenya) = (IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId());
        var many = await GatheringAsync("Arles", "2023", "", mark, arles);
        await GatheringAsync("Kenya", "2024", "", mark, kenya);
        var counted = await Engine.Lists.FacetAsync(Query(mark), Reference.Term, Places);
        await CopyAsync(many, 10_000);

        var uncounted = await Engine.Lists.FacetAsync(Query(mark), Reference.Term, Places);
        var narrowed = await Engine.Lists.FacetAsync(Query(mark, new PeriodFilter(Dates, new(2024, 1, 1), new(2024, 12, 31))), Reference.Term, Places);

        Assert.Equal((1, 1, 0), (counted[arles], counted[kenya], counted["none"]));
        Assert.Equal([arles, kenya], uncounted.Targets.Order().OrderBy(target => target == kenya));
        Assert.Equal((null, null), (uncounted[arles], uncounted[kenya]));
        Assert.Equal([kenya], narrowed.Targets);
        Assert.Equal(1, narrowed[kenya]);
    }

    [StoreFact]
    public async Task Filters_hold_together_and_each_looks_at_its_own_field()
    {
        var (mark, arles, kenya) = (IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId());
        await GatheringAsync("Arles 2023", "2023", "", mark, arles);
        await GatheringAsync("Arles 2024", "2024", "", mark, arles);
        await GatheringAsync("Kenya 2023", "2023", "", mark, kenya);
        ContentFilter places = new ReferenceFilter(Reference.Term, Places, [arles, kenya]);
        ContentFilter year = new PeriodFilter(Dates, new(2023, 1, 1), new(2023, 12, 31));

        Assert.Equal(["Arles 2023", "Arles 2024", "Kenya 2023"], await TitlesAsync(Query(mark, places)));
        Assert.Equal(["Arles 2023", "Kenya 2023"], await TitlesAsync(Query(mark, places, year)));
        Assert.Empty(await TitlesAsync(Query(mark, new ReferenceFilter(Reference.Term, "PublicationPart.Themes", [arles]))));
        Assert.Empty(await TitlesAsync(Query(mark, new ReferenceFilter(Reference.Term, Places, []))));
    }

    [StoreFact]
    public async Task Newest_dates_come_first_on_every_page()
    {
        var mark = IdGenerator.NewId();
        foreach (var date in new[] { "2023-11-28", "2024", "2023-12", "2024-07-21", "2023-11-28" })
        {
            await GatheringAsync(date, date, "", mark);
        }

        var query = Query(mark) with { OrderBy = Dates, Descending = true, PageSize = 2 };
        var pages = new List<ContentItem>();
        for (var number = 1; number <= 3; number++)
        {
            pages.AddRange((await Engine.Lists.PageAsync(query with { Page = number })).Items);
        }

        Assert.Equal(["2024-07-21", "2024", "2023-12", "2023-11-28", "2023-11-28"], pages.Select(item => item.DisplayText));
    }

    [StoreFact]
    public async Task Editing_a_date_moves_its_last_day()
    {
        var mark = IdGenerator.NewId();
        var item = await GatheringAsync("reporté", "2023-11", "", mark);

        await Engine.PublishAsync((await Engine.LatestAsync(item)).Alter<Gathering>(part => part.Dates = new PartialDateField { Start = "2024-01-31", Last = "1999-01-01" }));

        Assert.Empty(await WithinAsync(mark, new(2023, 11, 1), new(2023, 11, 30)));
        Assert.Equal(["reporté"], await WithinAsync(mark, new(2024, 1, 31), new(2024, 1, 31)));
    }

    private async Task<ContentItem> GatheringAsync(string title, string start, string end, string mark, params string[] places)
    {
        var item = await Engine.Manager.NewAsync(nameof(Gathering), "fr", Actor.System);
        return await Engine.PublishAsync(item
            .Alter<TitlePart>(part => part.Title = title)
            .Alter<PublicationPart>(part => part.Themes = new TaxonomyField { TermContentItemIds = [mark] })
            .Alter<Gathering>(part => (part.Dates, part.Places) = (new PartialDateField { Start = start, End = end }, new TaxonomyField { TermContentItemIds = [.. places] })));
    }

    /// <summary>Writes the rows that published copies of an item would have, and tells the change log.</summary>
    private Task CopyAsync(ContentItem item, int count) => Engine.Database.WriteAsync(async unit =>
    {
        const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)";
        var arguments = new { count, set = item.LocalizationSet, item = item.ContentItemId };
        await unit.ExecuteAsync($"{Numbers} INSERT INTO content_set (set_id, type, shared, revision) SELECT set_id || i, type, shared, revision FROM content_set CROSS JOIN n WHERE set_id = @set", arguments);
        await unit.ExecuteAsync($"{Numbers} INSERT INTO content_item (item_id, set_id, culture, type, owner, created_utc, revision) SELECT item_id || i, set_id || i, culture, type, owner, created_utc, revision FROM content_item CROSS JOIN n WHERE item_id = @item", arguments);
        await unit.ExecuteAsync(
            $"""
            {Numbers} INSERT INTO content_live (set_id, culture, published, latest, item_id, version_id, type, title, owner, author, created_utc, modified_utc, published_utc, document)
            SELECT set_id || i, culture, published, latest, item_id || i, version_id || i, type, title, owner, author, created_utc, modified_utc, published_utc, document FROM content_live CROSS JOIN n WHERE set_id = @set
            """,
            arguments);
        await unit.ExecuteAsync($"{Numbers} INSERT INTO content_reference (set_id, culture, published, path, kind, target) SELECT set_id || i, culture, published, path, kind, target FROM content_reference CROSS JOIN n WHERE set_id = @set", arguments);
        if (unit.Dialect.RefreshStatistics is { } refresh)
        {
            await unit.ExecuteAsync(refresh);
        }

        await Engine.Changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Content, "publish", item.LocalizationSet, "fr", item.ContentType));
    });

    private static ContentQuery Query(string mark, params ContentFilter[] filters) => new() { Type = nameof(Gathering), Culture = "fr", Term = mark, PageSize = 100, Filters = filters };

    private Task<List<string>> WithinAsync(string mark, DateOnly from, DateOnly to) => TitlesAsync(Query(mark, new PeriodFilter(Dates, from, to)));

    private async Task<List<string>> TitlesAsync(ContentQuery query) => [.. (await Engine.Lists.PageAsync(query)).Items.Select(item => item.DisplayText).Order(StringComparer.Ordinal)];
}

public sealed class SqliteFacetTests(SqliteStore store) : FacetTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresFacetTests(PostgresStore store) : FacetTests(store), IClassFixture<PostgresStore>;
