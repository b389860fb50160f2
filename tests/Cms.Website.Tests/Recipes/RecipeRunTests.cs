using Cms.Content;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Data;
using Cms.Search;
using Cms.Website.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Recipes;

/// <summary>All or nothing, and the same twice.</summary>
public abstract class RecipeRunTests
{
    [StoreFact]
    public async Task Dry_run_writes_nothing()
    {
        await using var site = await OpenAsync();
        var before = await site.DumpAsync();
        var report = await site.RunAsync(Of(Features, Items(Page("a", "s", "fr", "A")), """{ "name": "media", "Files": [ { "TargetPath": "a.txt", "Base64": "YQ==" } ] }"""), dryRun: true);
        Assert.False(report.HasErrors);
        Assert.Contains(report.Lines, line => line is { Change: RecipeChange.Created, Kind: "content" });
        Assert.Equal(before, await site.DumpAsync());
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "data", "media")));
    }

    [StoreFact]
    public async Task Agenda_21_twice_changes_nothing_the_second_time()
    {
        await using var site = await OpenAsync();
        var recipe = Of("""{ "name": "Feature", "enable": ["Cms.Navigation", "Cms.Taxonomies", "Cms.Agenda21", "Cms.Directory", "Cms.Pages", "Cms.News"] }""", """{ "name": "Recipes", "Values": [ { "name": "agenda21" } ] }""");
        Assert.True((await site.RunAsync(recipe)).IsWritten);
        Assert.Equal(0, await site.ReadAsync<long>("SELECT COUNT(*) FROM content_set WHERE shared_draft IS NOT NULL"));
        var stored = await site.DumpAsync();
        var second = await site.RunAsync(recipe);
        Assert.False(second.IsWritten);
        Assert.All(second.Lines, line => Assert.Equal(RecipeChange.Left, line.Change));
        Assert.Equal(stored, await site.DumpAsync());
    }

    [StoreFact]
    public async Task Item_that_is_not_published_comes_as_a_draft_and_never_withdraws_what_is()
    {
        await using var site = await OpenAsync();
        string Item(string title, bool published) => Page("a", "s", "fr", title).Replace("\"ContentType\"", $"\"Published\": {(published ? "true" : "false")}, \"ContentType\"", StringComparison.Ordinal);
        Assert.True((await site.RunAsync(Of(Features, Items(Item("Un", false))))).IsWritten);
        Assert.Equal((1, 0), (await site.ReadAsync<long>("SELECT COUNT(*) FROM content_live WHERE latest = 1"), await site.ReadAsync<long>("SELECT COUNT(*) FROM content_live WHERE published = 1")));
        Assert.False((await site.RunAsync(Of(Items(Item("Un", false))))).IsWritten);

        Assert.Equal(["Published"], Assert.Single((await site.RunAsync(Of(Items(Item("Un", true))))).Lines).Fields);
        Assert.False((await site.RunAsync(Of(Items(Item("Un", false))))).IsWritten);
        Assert.True((await site.RunAsync(Of(Items(Item("Deux", false))))).IsWritten);

        Assert.Equal("Un", await site.ReadAsync<string>("SELECT title FROM content_live WHERE published = 1"));
        Assert.Equal("Deux", await site.ReadAsync<string>("SELECT title FROM content_live WHERE latest = 1"));
        Assert.False((await site.RunAsync(Of(Items(Item("Deux", false))))).IsWritten);
    }

    [StoreTheory]
    [InlineData("blank")]
    [InlineData("departement")]
    public async Task Recipe_that_sets_a_website_up_has_nothing_to_warn_of(string name)
    {
        await using var site = await OpenAsync(services => services.AddCmsSearch());
        var recipe = await site.Services.GetRequiredService<RecipeCatalog>().FindAsync(name);
        Assert.Empty((await site.RunAsync(recipe!, dryRun: true)).Problems);
    }

    [StoreFact]
    public async Task Changed_field_is_named_and_the_rest_is_left()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(Features, Items(Action("a", "s", "fr", "A", "1.1"), Action("b", "s", "en", "A", "1.1"))));
        var report = await site.RunAsync(Of(Items(Action("a", "s", "fr", "Autre titre", "1.1"), Action("b", "s", "en", "A", "1.1"))));
        Assert.Equal(["TitlePart.Title"], Assert.Single(report.Lines, line => line.Change == RecipeChange.Changed).Fields);
        Assert.Equal(1, await site.ReadAsync<long>("SELECT revision FROM content_set WHERE set_id = 's'"));
    }

    [StoreFact]
    public async Task Shared_change_of_a_stored_set_in_both_languages_is_written_once()
    {
        await using var site = await OpenAsync();
        await site.RunAsync(Of(Features, Items(Action("a", "s", "fr", "A", "1.1"), Action("b", "s", "en", "A", "1.1"))));
        var report = await site.RunAsync(Of(Items(Action("a", "s", "fr", "B", "1.2"), Action("b", "s", "en", "B", "1.2"))));
        Assert.Empty(report.Problems);
        Assert.True(report.IsWritten);
        Assert.Equal(2, await site.ReadAsync<long>("SELECT revision FROM content_set WHERE set_id = 's'"));
        Assert.Equal(2, await site.ReadAsync<long>("SELECT COUNT(*) FROM content_live WHERE published = 1 AND path = 'agenda-21/1-2'"));
    }

    [StoreFact]
    public async Task Second_language_may_add_shared_values_that_the_first_does_not_say()
    {
        await using var site = await OpenAsync();
        var recipe = Of(Features, Items(Action("a", "s", "fr", "A", "1.1"), Action("b", "s", "en", "A", "1.1", ", \"Status\": { \"Text\": \"in-progress\" }")));
        Assert.Empty((await site.RunAsync(recipe)).Problems);
        Assert.False((await site.RunAsync(recipe)).IsWritten);
        Assert.Contains("in-progress", await site.ReadAsync<string>("SELECT shared FROM content_set WHERE set_id = 's'"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Rows_without_ids_are_the_same_rows_in_both_languages_and_the_next_time()
    {
        await using var site = await OpenAsync();
        var recipe = Of(Features, Items(
            Action("a", "s", "fr", "A", "1.1", ", \"Indicators\": { \"Rows\": [ { \"Name\": { \"Text\": \"Nombre\" }, \"Target\": { \"Value\": 5 } } ] }"),
            Action("b", "s", "en", "A", "1.1", ", \"Indicators\": { \"Rows\": [ { \"Name\": { \"Text\": \"Number\" } } ] }")));
        Assert.Empty((await site.RunAsync(recipe)).Problems);
        Assert.False((await site.RunAsync(recipe)).IsWritten);
        Assert.Contains("\"Value\":5", await site.ReadAsync<string>("SELECT shared FROM content_set WHERE set_id = 's'"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Items_may_point_to_later_ones_and_unknown_fields_are_kept_with_a_warning()
    {
        await using var site = await OpenAsync();
        var recipe = Of(Features, Items(
            Page("a", "s", "fr", "A", "[b](item:t)").Replace("\"Page\": {", "\"LiquidPart\": { \"Liquid\": \"x\" }, \"Page\": { \"Colour\": { \"Value\": 3 },", StringComparison.Ordinal),
            Page("b", "t", "fr", "B", "[a](item:s)")));
        var report = await site.RunAsync(recipe);
        Assert.Equal(["content.unknown-field", "content.unknown-field"], report.Problems.Select(p => p.Failure.Key));
        Assert.True(report.IsWritten);
        Assert.False((await site.RunAsync(recipe)).IsWritten);
        Assert.Contains("\"Liquid\":\"x\"", await site.ReadAsync<string>("SELECT document FROM content_live WHERE item_id = 'a'"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Address_that_the_pattern_gives_is_not_a_choice()
    {
        await using var site = await OpenAsync();
        string Item(string title) => Page("a", "s", "fr", title).Replace("\"Page\": {", "\"AutoroutePart\": { \"Path\": \"fr/titre\" }, \"Page\": {", StringComparison.Ordinal);
        await site.RunAsync(Of(Features, Items(Item("Titre"))));
        Assert.False((await site.RunAsync(Of(Items(Item("Titre"))))).IsWritten);
        await site.RunAsync(Of(Items(Page("a", "s", "fr", "Autre"))));
        Assert.Equal("autre", await site.ReadAsync<string>("SELECT path FROM content_live WHERE item_id = 'a' AND published = 1"));
    }

    [StoreFact]
    public async Task Types_composed_in_the_recipe_hold_content_of_the_same_recipe()
    {
        await using var site = await OpenAsync();
        var types = """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Demarche", "DisplayName": "Démarche", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Demarche", "Name": "Demarche" } ] } ],
              "ContentParts": [ { "Name": "Demarche", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Delai", "Settings": { "CmsFieldSettings": { "Shared": true, "Indexed": true } } }, { "FieldName": "ColourField", "Name": "Couleur" } ] } ] }
            """;
        var item = """{ "ContentItemId": "d", "ContentType": "Demarche", "TitlePart": { "Title": "Carte" }, "Demarche": { "Delai": { "Value": 3 } } }""";
        var report = await site.RunAsync(Of(Features, Items(item), types));
        Assert.Equal(["definition.unknown-field-type"], report.Problems.Select(p => p.Failure.Key));
        Assert.True(report.IsWritten);
        Assert.Single(await site.ColumnsAsync("content_set"), column => column.StartsWith("x_demarche_delai", StringComparison.Ordinal));
        Assert.False((await site.RunAsync(Of(Features, Items(item), types))).IsWritten);
    }

    [StoreFact]
    public async Task Step_that_is_not_applied_is_kept_without_its_secrets()
    {
        await using var site = await OpenAsync();
        var report = await site.RunAsync(Of("""{ "name": "Users", "Users": [ { "UserName": "a", "PasswordHash": "secret" } ] }"""));
        Assert.Equal(["recipe.step-not-applied"], report.Problems.Select(p => p.Failure.Key));
        var kept = await site.ReadAsync<string>("SELECT document FROM website_setting WHERE name = 'recipe-steps'");
        Assert.Contains("UserName", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("""{ "name": "Translations", "translations": [ { "culture": "fr", "context": "Content Types", "key": "Site", "value": "Lieu" } ] }""")]
    [InlineData("""{ "name": "Translations", "Translations": { "fr": [ { "Context": "Content Types", "Key": "Site", "Value": "Lieu" } ] } }""")]
    [InlineData("""{ "name": "DynamicDataTranslations", "Translations": [ { "Name": "fr", "Translation": { "Context": "Content Types", "Key": "Site", "Value": "Lieu" } } ] }""")]
    public async Task Translations_are_read_in_each_of_their_shapes(string step)
    {
        await using var site = await OpenAsync();
        Assert.True((await site.RunAsync(Of(step))).IsWritten);
        var stored = await site.Services.GetRequiredService<SettingsStore>().FindAsync<List<Translation>>("translations");
        Assert.Equal([new Translation("fr", "Content Types", "Site", "Lieu")], stored);
    }

    [StoreFact]
    public async Task Scripts_that_name_values_are_understood()
    {
        await using var site = await OpenAsync();
        var report = await site.RunAsync("""
            { "name": "test", "variables": { "id": "[js: uuid()]" },
              "steps": [ { "name": "Feature", "enable": ["Cms.Pages"] },
                { "name": "Content", "data": [ { "ContentItemId": "[js: variables('id')]", "ContentType": "Page", "TitlePart": { "Title": "[js: configuration('Cms:Database:ConnectionString', 'Titre')]" } } ] } ] }
            """);
        Assert.Empty(report.Problems);
        Assert.Equal(26, (await site.ReadAsync<string>("SELECT item_id FROM content_item")).Length);
        Assert.Equal("Titre", await site.ReadAsync<string>("SELECT title FROM content_live"));
    }

    [StoreFact]
    public async Task Media_are_in_place_after_the_run_and_left_the_second_time()
    {
        await using var site = await OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "b.txt"), "b");
        var recipe = Of("""{ "name": "media", "Files": [ { "TargetPath": "x/a.txt", "Base64": "YQ==" }, { "Path": "b.txt", "SourcePath": "b.txt" } ] }""");
        Assert.True((await site.RunAsync(recipe)).IsWritten);
        var media = Path.Combine(site.Folder, "data", "media");
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(media, "x", "a.txt")));
        Assert.Equal("b", await File.ReadAllTextAsync(Path.Combine(media, "b.txt")));
        Assert.False(Directory.Exists(Path.Combine(media, ".staging")));
        Assert.False((await site.RunAsync(recipe)).IsWritten);
    }

    [StoreFact]
    public async Task Media_recorded_by_a_commit_are_put_in_place_by_the_next_start()
    {
        await using var site = await OpenAsync();
        var staging = Directory.CreateDirectory(Path.Combine(site.Folder, "data", "media", ".staging")).FullName;
        await File.WriteAllTextAsync(Path.Combine(staging, "one"), "a");
        await File.WriteAllTextAsync(Path.Combine(staging, "of-no-commit"), "b");
        await site.Services.GetRequiredService<IDatabase>().WriteAsync(unit => MediaFiles.RecordAsync(unit, [new StagedFile("one", "x/a.txt")]));
        await site.Services.PrepareStoreAsync();
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(site.Folder, "data", "media", "x", "a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(site.Folder, "data", "media")));
    }

    [StoreFact]
    public async Task Write_that_fails_late_leaves_nothing()
    {
        await using var site = await OpenAsync(services => services.ConfigureShell(shell => shell.AddRecipeStep<FailingStep>().AddMigrations<LateTables>()));
        var before = await site.DumpAsync();
        var recipe = Of(Features, Items(Page("a", "s", "fr", "A")), """{ "name": "media", "Files": [ { "TargetPath": "a.txt", "Base64": "YQ==" } ] }""", """{ "name": "Failing" }""");
        await Assert.ThrowsAsync<StaleRevisionException>(() => site.RunAsync(recipe));
        Assert.Equal(before, await site.DumpAsync());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(site.Folder, "data", "media")));
    }

    [StoreFact]
    public async Task Running_website_serves_the_features_of_a_recipe_after_it()
    {
        await using var site = await OpenAsync();
        await site.Shells.StartAsync(ShellSettings.Empty, serving: false);
        await site.RunAsync(Of(Features));
        Assert.True(site.Shells.Current!.IsEnabled("Cms.Agenda21"));
    }

    private protected abstract Task<RecipeSite> OpenAsync(Action<IServiceCollection>? more = null);

    private sealed class FailingStep : IRecipeStep
    {
        public string Name => "Failing";

        public RecipePhase Phase => RecipePhase.Content;

        public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
        {
            Assert.False(plan.IsMigrated("Late"));
            plan.Write(unit => unit.ExpectAsync(1, "UPDATE late SET name = 'x' WHERE name = 'nobody'"));
            return Task.CompletedTask;
        }
    }

    private sealed class LateTables : MigrationSet
    {
        public LateTables()
            : base("Late") => Add(1, "one table", dialect => [$"CREATE TABLE late (name {dialect.Text})"]);
    }
}

public sealed class SqliteRecipeRunTests : RecipeRunTests
{
    private protected override Task<RecipeSite> OpenAsync(Action<IServiceCollection>? more = null) => RecipeSite.OpenAsync(more);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresRecipeRunTests(PostgresServer server) : RecipeRunTests
{
    private protected override async Task<RecipeSite> OpenAsync(Action<IServiceCollection>? more = null) => await RecipeSite.OpenAsync(more, await server.Cluster!.CreateDatabaseAsync());
}
