using System.Text;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Migrations;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Fields that a module renamed or removed, in everything that was stored before.</summary>
public abstract class FieldMigrationTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task A_renamed_field_is_found_under_its_new_name_live_shared_drafted_and_in_the_history()
    {
        var item = await PublishedAndDraftedAsync("6.1");

        await Tested.Runner().RunAsync([new Renames()]);

        var live = await DocumentsAsync("document", "content_live WHERE item_id = @id ORDER BY published", item.ContentItemId);
        Assert.Equal(2, live.Count);
        Assert.All(live, document => Assert.Contains("""{"Aim":{"Markdown":"[x](item:elsewhere)"},"Gauges":{"Rows":[{"Id":"r1","Label":{"Text":"Arbres"}}]}}""", document, StringComparison.Ordinal));
        Assert.Contains("""{"Number":{"Text":"6.1 bis",""", Assert.Single(await DocumentsAsync("shared_draft", "content_set WHERE set_id = @id", item.LocalizationSet)), StringComparison.Ordinal);
        var shared = Assert.Single(await DocumentsAsync("shared", "content_set WHERE set_id = @id", item.LocalizationSet));
        Assert.Contains("""{"Number":{"Text":"6.1",""", shared, StringComparison.Ordinal);
        Assert.Contains("\"Target\":{\"Value\":1.50}", shared, StringComparison.Ordinal);
        foreach (var column in new[] { "document", "shared" })
        {
            var history = await DocumentsAsync(column, "content_version WHERE item_id = @id", item.ContentItemId);
            Assert.Equal(2, history.Count);
            Assert.All(history, document => Assert.DoesNotMatch("\"(Code|Objective|Name)\"", document));
        }

        Assert.Equal(
            ["Measure.Aim", "Measure.Aim"],
            (await Engine.QueryAsync<string>("SELECT path FROM content_reference WHERE target = 'elsewhere' AND set_id = @set", new { set = item.LocalizationSet })));
        Assert.DoesNotContain(await Engine.QueryAsync<string>(Engine.Database.Dialect.ColumnNames, new { table = "content_set" }), column => column.StartsWith("x_measure_code", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_removed_field_is_gone_with_what_it_pointed_to_and_its_neighbours_stay()
    {
        var item = await PublishedAndDraftedAsync("6.2");

        await Tested.Runner().RunAsync([new Removals()]);

        var now = (await Engine.PublishedAsync(item))!.As<Measure>();
        Assert.Equal(("", "6.2"), (now.Objective.Markdown, now.Code.Text));
        Assert.Equal(("Arbres", null), (now.Gauges.Rows[0].Name.Text, now.Gauges.Rows[0].Target.Value));
        Assert.DoesNotContain(await Engine.Store.UsesAsync(Reference.Set, "elsewhere", true, 10), use => use.SetId == item.LocalizationSet);
    }

    [StoreFact]
    public async Task More_items_than_a_batch_are_all_reached()
    {
        var set = IdGenerator.NewId();
        for (var number = 0; number < 230; number++)
        {
            var item = await Engine.NoticeAsync($"{set} {number}");
            await Engine.SaveAsync(item.Alter<Notice>(part => part.Word = set));
        }

        await Tested.Runner().RunAsync([new WordBecomesTerm()]);

        var documents = await DocumentsAsync("document", "content_live WHERE type = 'Notice' AND title LIKE @id", set + "%");
        Assert.Equal(230, documents.Count(document => document.Contains($$$"""{"Term":{"Text":"{{{set}}}"}}""", StringComparison.Ordinal)));
    }

    [StoreFact]
    public async Task A_value_that_stands_under_the_new_name_already_is_not_overwritten()
    {
        var item = await Engine.SaveAsync((await Engine.NoticeAsync("Deux noms")).Alter<Notice>(part => (part.Word, part.Text) = ("vieux", "neuf")));

        await Tested.Runner().RunAsync([new WordBecomesText()]);

        var now = (await Engine.LatestAsync(item)).As<Notice>();
        Assert.Equal(("vieux", "neuf"), (now.Word.Text, now.Text.Markdown));
    }

    private async Task<ContentItem> PublishedAndDraftedAsync(string code)
    {
        var item = await Engine.MeasureAsync("fr", code, Unique("Migré"));
        item.Alter<Measure>(part =>
        {
            part.Objective = "[x](item:elsewhere)";
            part.Gauges.Rows.Add(new Gauge { Id = "r1", Name = "Arbres", Target = new NumericField { Value = 1.50m } });
        });
        item = await Engine.PublishAsync(item);
        return await Engine.SaveAsync((await Engine.LatestAsync(item)).Alter<Measure>(part => part.Code = code + " bis"));
    }

    private async Task<List<string>> DocumentsAsync(string column, string from, string id) =>
        [.. (await Engine.QueryAsync<byte[]>($"SELECT {Engine.Database.Dialect.JsonOut(column)} FROM {from}", new { id })).Select(Encoding.UTF8.GetString)];

    private sealed class Renames : FieldMigrations
    {
        public Renames()
            : base("Renames")
        {
            RenameField(1, nameof(Measure), "Code", "Number");
            RenameField(2, nameof(Measure), "Objective", "Aim");
            RenameField(3, nameof(Measure), "Gauges.Name", "Label");
        }
    }

    private sealed class Removals : FieldMigrations
    {
        public Removals()
            : base("Removals")
        {
            RemoveField(1, nameof(Measure), "Objective");
            RemoveField(2, nameof(Measure), "Gauges.Target");
        }
    }

    private sealed class WordBecomesTerm : FieldMigrations
    {
        public WordBecomesTerm()
            : base("WordBecomesTerm") => RenameField(1, nameof(Notice), "Word", "Term");
    }

    private sealed class WordBecomesText : FieldMigrations
    {
        public WordBecomesText()
            : base("WordBecomesText") => RenameField(1, nameof(Notice), "Word", "Text");
    }
}

public sealed class SqliteFieldMigrationTests(SqliteStore store) : FieldMigrationTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresFieldMigrationTests(PostgresStore store) : FieldMigrationTests(store), IClassFixture<PostgresStore>;
