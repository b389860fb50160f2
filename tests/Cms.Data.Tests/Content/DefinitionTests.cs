using System.Text;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Definitions that were composed at run time: what they add, and the columns that they need.</summary>
public abstract class DefinitionTests(TestStore store) : ContentTests(store)
{
    private const string Room =
        """
        { "Name": "Room", "ContentPartFieldDefinitionRecords": [
          { "FieldName": "NumericField", "Name": "Seats", "Settings": { "CmsFieldSettings": { "Indexed": true } } },
          { "FieldName": "TextField", "Name": "Étage", "Settings": { "CmsFieldSettings": { "Indexed": true } } },
          { "FieldName": "TextField", "Name": "tage", "Settings": { "CmsFieldSettings": { "Indexed": true } } },
          { "FieldName": "TextField", "Name": "NameThatIsLongerThanAnyColumnOfPostgreSqlMayEverBeCalled", "Settings": { "CmsFieldSettings": { "Indexed": true, "Shared": true } } } ] }
        """;

    private const string RoomType =
        """
        { "Name": "Room", "DisplayName": "Salle", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Room", "Name": "Room" } ] }
        """;

    [StoreFact]
    public async Task Indexed_fields_get_their_columns_when_their_definition_appears_and_only_once()
    {
        Assert.DoesNotContain(await ColumnsAsync("content_live"), column => column.Contains("room", StringComparison.Ordinal));
        await DefineAsync("part", "Room", Room);
        await DefineAsync("type", "Room", RoomType);

        await using var engine = await ContentEngine.StartAsync(Tested);
        await using var again = await ContentEngine.StartAsync(Tested);

        Assert.Equal(3, (await ColumnsAsync("content_live")).Count(column => column.StartsWith("x_room_", StringComparison.Ordinal)));
        Assert.Single(await ColumnsAsync("content_set"), column => column.StartsWith("x_room_", StringComparison.Ordinal));
        await SaveRoomAsync(engine, "Grande", 200, "2", "a");
        await SaveRoomAsync(engine, "Petite", 9, "1", "b");
        await SaveRoomAsync(engine, "Moyenne", 40, "3", "c");
        Assert.Equal(["Petite", "Moyenne", "Grande"], await TitlesAsync(engine, "Room.Seats"));
        Assert.Equal(["Petite", "Grande", "Moyenne"], await TitlesAsync(engine, "Room.Étage"));
        Assert.Equal(["Grande", "Petite", "Moyenne"], await TitlesAsync(engine, "Room.tage"));
    }

    [StoreFact]
    public async Task A_field_added_to_the_part_of_a_module_is_kept_when_the_module_alters_the_part()
    {
        await DefineAsync("part", nameof(Notice), """{ "Name": "Notice", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Extra" }, { "FieldName": "ContentPickerField", "Name": "Near" } ] }""");
        await using var engine = await ContentEngine.StartAsync(Tested);
        var part = engine.Definitions.Part(nameof(Notice))!;
        var item = await engine.NoticeAsync("Étendu");
        item.Alter<Notice>(notice =>
        {
            part.Find("Extra")!.Set(notice, new TextField { Text = "gardé" });
            part.Find("Near")!.Set(notice, ContentEngine.Pick("elsewhere"));
        });
        item = await engine.SaveAsync(item);

        item = await engine.SaveAsync(item.Alter<Notice>(notice => notice.Word = "autre"));
        item = await engine.SaveAsync(item.Alter<TitlePart>(title => title.Title = "Encore"));

        Assert.Equal("gardé", part.Find("Extra")!.Field(item.As<Notice>())!.ToString());
        Assert.Equal("autre", item.As<Notice>().Word.Text);
        Assert.Single(await engine.Store.UsesAsync(Reference.Set, "elsewhere", false, 10), use => use.Path == "Notice.Near");
    }

    [StoreFact]
    public async Task Content_of_a_type_that_is_not_defined_any_more_is_kept_whole()
    {
        await DefineAsync("part", "Gone", """{ "Name": "Gone", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Price" } ] }""");
        await DefineAsync("type", "Gone", """{ "Name": "Gone", "ContentTypePartDefinitionRecords": [ { "PartName": "Gone", "Name": "Gone" } ] }""");
        ContentItem item;
        await using (var engine = await ContentEngine.StartAsync(Tested))
        {
            item = await engine.Manager.NewAsync("Gone", "fr", Actor.System);
            var part = item.Type.Part("Gone")!;
            part.Find("Price")!.Set(item.Part(part), new NumericField { Value = 1.50m });
            item.Document.MarkAltered(part);
            item = await engine.SaveAsync(item);
        }

        await Engine.Database.WriteAsync(unit => unit.ExecuteAsync("DELETE FROM content_definition WHERE name = 'Gone'"));
        await using var without = await ContentEngine.StartAsync(Tested);
        await without.SaveAsync(await without.LatestAsync(item));

        var stored = await without.QueryAsync<byte[]>($"SELECT {without.Database.Dialect.JsonOut("document")} FROM content_live WHERE item_id = @id", new { id = item.ContentItemId });
        Assert.Equal("""{"Gone":{"Price":{"Value":1.50}}}""", Encoding.UTF8.GetString(Assert.Single(stored)));
    }

    private Task DefineAsync(string kind, string name, string json) =>
        Engine.Database.WriteAsync(unit => DefinitionStore.PutAsync(unit, kind, name, Encoding.UTF8.GetBytes(json)));

    private Task<IReadOnlyList<string>> ColumnsAsync(string table) => Engine.QueryAsync<string>(Engine.Database.Dialect.ColumnNames, new { table });

    private static async Task SaveRoomAsync(ContentEngine engine, string title, decimal seats, string floor, string other)
    {
        var item = await engine.Manager.NewAsync("Room", "fr", Actor.System);
        var part = item.Type.Part("Room")!;
        part.Find("Seats")!.Set(item.Part(part), new NumericField { Value = seats });
        part.Find("Étage")!.Set(item.Part(part), new TextField { Text = floor });
        part.Find("tage")!.Set(item.Part(part), new TextField { Text = title == "Grande" ? "a" : other });
        item.Document.MarkAltered(part);
        await engine.PublishAsync(item.Alter<TitlePart>(p => p.Title = title));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(ContentEngine engine, string order) =>
        (await engine.Lists.PageAsync(new ContentQuery { Type = "Room", Culture = "fr", OrderBy = order })).Items.Select(item => item.DisplayText);
}

public sealed class SqliteDefinitionTests(SqliteStore store) : DefinitionTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresDefinitionTests(PostgresStore store) : DefinitionTests(store), IClassFixture<PostgresStore>;
