using Cms.Content.Recipes;
using Cms.Website.Tests.Api;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Recipes;

/// <summary>Types and parts that a recipe replaces or takes away.</summary>
public abstract class DefinitionStepTests
{
    private const string Room = """{ "Name": "Room", "DisplayName": "Salle", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Room", "Name": "Room" }, { "PartName": "Light", "Name": "Light" } ] }""";
    private const string RoomPart = """{ "Name": "Room", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Seats" }, { "FieldName": "TextField", "Name": "Floor" } ] }""";
    private const string LightPart = """{ "Name": "Light", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Colour" } ] }""";
    private const string Item = """{ "ContentItemId": "r", "ContentType": "Room", "TitlePart": { "Title": "Bleue" }, "Room": { "Seats": { "Value": 3 } } }""";

    private static readonly string _compose = Definition("ContentDefinition", [Room], [RoomPart, LightPart]);

    [StoreFact]
    public async Task Replaced_definition_has_only_what_the_recipe_says()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(_compose));
        var replace = Of(Definition("ReplaceContentDefinition", ["""{ "Name": "Room", "DisplayName": "Pièce", "ContentTypePartDefinitionRecords": [ { "PartName": "Room", "Name": "Room" } ] }"""], ["""{ "Name": "Room", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Seats" } ] }"""]));

        var report = await site.RunAsync(replace);

        Assert.True(report.IsWritten);
        Assert.Equal(["Floor"], Assert.Single(report.Lines, line => line is { Kind: "part", Change: RecipeChange.Changed }).Fields);
        Assert.Equal(["DisplayName", "Light", "TitlePart"], Assert.Single(report.Lines, line => line is { Kind: "type", Change: RecipeChange.Changed }).Fields.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Floor", await site.ReadAsync<string>("SELECT document FROM content_definition WHERE kind = 'part' AND name = 'Room'"), StringComparison.Ordinal);
        Assert.DoesNotContain("Light", await site.ReadAsync<string>("SELECT document FROM content_definition WHERE kind = 'type' AND name = 'Room'"), StringComparison.Ordinal);
        var again = await site.RunAsync(replace);
        Assert.False(again.IsWritten);
        Assert.All(again.Lines, line => Assert.Equal(RecipeChange.Left, line.Change));
    }

    [StoreFact]
    public async Task Replacement_of_a_type_that_is_not_there_creates_it()
    {
        await using var site = await OpenAsync();
        var recipe = Of(Features, Items(Item), Definition("ReplaceContentDefinition", [Room], [RoomPart, LightPart]));

        var report = await site.RunAsync(recipe);

        Assert.Empty(report.Problems);
        Assert.Equal(3, report.Lines.Count(line => line is { Kind: "type" or "part", Change: RecipeChange.Created }));
        Assert.False((await site.RunAsync(recipe)).IsWritten);
    }

    [StoreFact]
    public async Task Deleted_definitions_are_gone_and_a_part_leaves_the_types_that_have_it()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(_compose));
        var part = await site.RunAsync(Of(Deletion([], ["Light"])));
        Assert.Equal(["deleted"], Assert.Single(part.Lines, line => line.Kind == "part").Fields);
        Assert.Equal(["Light"], Assert.Single(part.Lines, line => line.Kind == "type").Fields);
        Assert.DoesNotContain("Light", await site.ReadAsync<string>("SELECT document FROM content_definition WHERE kind = 'type'"), StringComparison.Ordinal);

        var all = Of(Deletion(["Room", "NeverWas"], ["Room"]));
        Assert.True((await site.RunAsync(all)).IsWritten);

        Assert.Equal(0, await site.ReadAsync<long>("SELECT COUNT(*) FROM content_definition"));
        var again = await site.RunAsync(all);
        Assert.False(again.IsWritten);
        Assert.All(again.Lines, line => Assert.Equal(RecipeChange.Left, line.Change));
    }

    [StoreFact]
    public async Task Type_with_content_stays_and_with_it_everything_else()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(Features, _compose, Items(Item, Item.Replace("\"r\"", "\"s\"", StringComparison.Ordinal))));
        var before = await site.DumpAsync();

        var report = await site.RunAsync(Of(Items(Page("a", "a", "fr", "A")), "{ \"name\": \"DeleteContentDefinition\",\n \"ContentParts\": [\"Light\"],\n \"ContentTypes\": [\n \"Room\" ] }"));

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("definition.has-content", true, "test.recipe.json", "DeleteContentDefinition", 6), (problem.Failure.Key, problem.IsError, problem.File, problem.Step, problem.Line));
        Assert.Equal(["Room", 2L], problem.Failure.Data);
        Assert.False(report.IsWritten);
        Assert.Equal(before, await site.DumpAsync());
    }

    [StoreFact]
    public async Task Type_may_be_taken_away_once_its_content_is_in_the_bin_or_when_it_comes_back_in_the_same_run()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(Features, _compose, Items(Item)));

        Assert.Empty((await site.RunAsync(Of(Deletion(["Room"], []), Definition("ContentDefinition", [Room], [])))).Problems);
        await site.WriteAsync("UPDATE content_item SET deleted_utc = '2026-01-01T00:00:00.0000000Z' WHERE item_id = 'r'");
        await site.WriteAsync("DELETE FROM content_live WHERE item_id = 'r'");

        Assert.True((await site.RunAsync(Of(Deletion(["Room"], [])))).IsWritten);
    }

    [StoreTheory]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentTypes": ["a b"] }""")]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentParts": [7, {}] }""")]
    [InlineData("""{ "name": "ReplaceContentDefinition", "ContentTypes": [ { "DisplayName": "x" } ] }""")]
    [InlineData("""{ "name": "ReplaceContentDefinition", "ContentParts": [ { "Name": "Room", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "1" } ] } ] }""")]
    public async Task What_can_not_be_a_name_is_an_error(string step)
    {
        await using var site = await OpenAsync();
        var report = await site.RunAsync(Of(step));
        Assert.All(report.ErrorKeys(), key => Assert.Equal("definition.name", key));
        Assert.NotEmpty(report.ErrorKeys());
        Assert.False(report.IsWritten);
    }

    private protected abstract Task<RecipeSite> OpenAsync();

    private static string Definition(string step, string[] types, string[] parts) =>
        $$"""{ "name": "{{step}}", "ContentTypes": [{{string.Join(", ", types)}}], "ContentParts": [{{string.Join(", ", parts)}}] }""";

    private static string Deletion(string[] types, string[] parts) => Definition("DeleteContentDefinition", [.. types.Select(name => $"\"{name}\"")], [.. parts.Select(name => $"\"{name}\"")]);
}

public sealed class SqliteDefinitionStepTests : DefinitionStepTests
{
    private protected override Task<RecipeSite> OpenAsync() => RecipeSite.OpenAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgresDefinitionStepTests(PostgresServer server) : DefinitionStepTests
{
    private protected override async Task<RecipeSite> OpenAsync() => await RecipeSite.OpenAsync(postgres: await server.Cluster!.CreateDatabaseAsync());
}
