using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>The contract of lists, and how SQLite runs them: a page is a seek from a key, nothing is sorted.</summary>
public sealed class SqliteListTests(SqliteStore store) : ListTests(store), IClassFixture<SqliteStore>
{
    [Theory]
    [InlineData(nameof(Measure), "Measure.Code")]
    [InlineData(nameof(Notice), "Notice.Rank")]
    [InlineData(nameof(Notice), "Notice.Word")]
    [InlineData(nameof(Notice), "")]
    [InlineData(null, "")]
    public async Task A_page_of_published_content_seeks_and_sorts_nothing(string? type, string order)
    {
        await FillAsync(IdGenerator.NewId(), 2_000);
        await Engine.Database.WriteAsync(unit => unit.ExecuteAsync("ANALYZE;"));
        var query = new ContentQuery { Type = type, Culture = type is null ? null : "fr", OrderBy = order };
        var sql = ListSql.Of(query, Engine.Definitions, Engine.Database.Dialect);
        var columns = ItemRow.Columns(Engine.Database.Dialect, ContentVersion.Published);

        var plan = await Tested.PlanAsync(
            $"SELECT {columns} FROM {ItemRow.From} WHERE {sql.Where} AND {sql.After} ORDER BY {sql.Order} LIMIT @take",
            sql.Arguments(query, new ListKey { Text = "2026", Number = 1, Id = "x" }, 20));

        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.Matches(@"\([a-z_]+,(set|item)_id\)[<>]", plan);
    }

    [Theory]
    [InlineData(nameof(Measure), "Measure.Code")]
    [InlineData(nameof(Notice), "Notice.Rank")]
    [InlineData(nameof(Notice), "")]
    public async Task The_walk_over_the_keys_reads_an_index_and_sorts_nothing(string type, string order)
    {
        var query = new ContentQuery { Type = type, Culture = "fr", OrderBy = order };
        var sql = ListSql.Of(query, Engine.Definitions, Engine.Database.Dialect);

        var plan = await Tested.PlanAsync($"SELECT {sql.Key} FROM {sql.KeyFrom} WHERE {sql.Where} ORDER BY {sql.Order} LIMIT @take", sql.Arguments(query, null, 10_001));

        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }
}
