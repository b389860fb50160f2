using Cms.Content.Recipes;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Recipes;

/// <summary>Every error names file, step and line, and nothing is written.</summary>
public sealed class RecipeErrorTests
{
    [Fact]
    public async Task Malformed_json_is_named_with_its_line()
    {
        var problem = await OnlyErrorAsync("{\n \"name\": \"test\",\n \"steps\": [\n  { \"name\" \"Feature\" }\n ]\n}");
        Assert.Equal(("recipe.malformed", 4, "test.recipe.json"), (problem.Failure.Key, problem.Line, problem.File));
    }

    [Fact]
    public async Task Name_that_stands_twice_in_an_object_is_refused_whatever_its_case()
    {
        var problem = await OnlyErrorAsync("{ \"steps\": [\n { \"name\": \"Feature\",\n \"enable\": [],\n \"Enable\": [] } ] }");
        Assert.Equal(("recipe.repeated-name", 4), (problem.Failure.Key, problem.Line));
    }

    [Fact]
    public async Task Nesting_without_end_is_refused() =>
        Assert.Equal("recipe.malformed", (await OnlyErrorAsync($$"""{ "steps": {{new string('[', 100_000)}}""")).Failure.Key);

    [Fact]
    public async Task Comments_trailing_commas_and_other_cases_are_accepted()
    {
        await using var site = await RecipeSite.OpenAsync();
        var report = await site.RunAsync("""{ /* one */ "Name": "test", "STEPS": [ { "NAME": "feature", "Enable": ["Cms.Pages",], }, ], }""");
        Assert.Empty(report.Problems);
        Assert.True(report.IsWritten);
    }

    [Fact]
    public async Task Unknown_step_is_an_error_with_its_line()
    {
        var problem = await OnlyErrorAsync(Of(Features, """{ "name": "Contents", "data": [] }"""));
        Assert.Equal(("recipe.unknown-step", "Contents", 2), (problem.Failure.Key, problem.Step, problem.Line));
    }

    [Fact]
    public async Task Unknown_feature_is_an_error() =>
        Assert.Equal("features.unknown", (await OnlyErrorAsync(Of("""{ "name": "Feature", "enable": ["Cms.Nothing"] }"""))).Failure.Key);

    [Fact]
    public async Task Unknown_type_is_an_error_with_the_line_of_the_item()
    {
        var problem = await OnlyErrorAsync(Of(Features, """{ "name": "Content", "data": [""" + "\n" + """{ "ContentItemId": "a", "ContentType": "Nothing" } ] }"""));
        Assert.Equal(("content.unknown-type", 3), (problem.Failure.Key, problem.Line));
    }

    [Theory]
    [InlineData("""{ "ContentType": "Page" }""", "content.no-id")]
    [InlineData("""{ "ContentItemId": "a b", "ContentType": "Page" }""", "content.malformed-id")]
    [InlineData("""{ "ContentItemId": 7, "ContentType": "Page" }""", "content.wrong-kind")]
    [InlineData("""[ 1 ]""", "content.wrong-kind")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "LocalizationPart": { "Culture": "xx" } }""", "content.unknown-culture")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "TitlePart": { "Title": "A" }, "Page": { "Body": "text" } }""", "content.wrong-kind")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "TitlePart": "A" }""", "field.required")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "TitlePart": [] }""", "content.wrong-kind")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page" }""", "field.required")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "TitlePart": { "Title": "[js: newContentItem('Page')]" } }""", "recipe.script")]
    [InlineData("""{ "ContentItemId": "a", "ContentType": "Page", "TitlePart": { "Title": "[file:text('/etc/passwd')]" } }""", "recipe.script")]
    public async Task Bad_item_is_an_error(string item, string key) => Assert.Equal(key, (await OnlyErrorAsync(Of(Features, Items(item)))).Failure.Key);

    [Fact]
    public async Task Repeated_ids_and_languages_are_errors()
    {
        await using var site = await RecipeSite.OpenAsync();
        var report = await site.RunAsync(Of(Features, Items(Page("a", "s", "fr", "A"), Page("a", "t", "fr", "B"), Page("b", "s", "fr", "C"))));
        Assert.Equal(["content.repeated-id", "content.repeated-language"], report.ErrorKeys());
    }

    [Fact]
    public async Task Reference_to_nothing_is_an_error_with_its_field()
    {
        var problem = await OnlyErrorAsync(Of(Features, Items(Action("a", "s", "fr", "A", "1.1", ", \"Contact\": { \"LocalizationSets\": [\"nobody\"] }"))));
        Assert.Equal(("reference.missing", "Agenda21Action.Contact"), (problem.Failure.Key, problem.Failure.Field));
    }

    [Theory]
    [InlineData("[a](item:nobody)")]
    [InlineData("![a](media:nothing.jpg)")]
    public async Task Reference_inside_a_text_is_checked_too(string body) =>
        Assert.Equal("reference.missing", (await OnlyErrorAsync(Of(Features, Items(Page("a", "s", "fr", "A", body))))).Failure.Key);

    [Fact]
    public async Task Languages_that_disagree_on_a_shared_value_are_an_error()
    {
        var problem = await OnlyErrorAsync(Of(Features, Items(Action("a", "s", "fr", "A", "1.1"), Action("b", "s", "en", "A", "1.2"))));
        Assert.Equal(("content.languages-disagree", "Agenda21Action.Code"), (problem.Failure.Key, problem.Failure.Field));
    }

    [Fact]
    public async Task Value_that_must_be_unique_is_compared_within_the_recipe() =>
        Assert.Equal("field.not-unique", (await OnlyErrorAsync(Of(Features, Items(Action("a", "s", "fr", "A", "1.1"), Action("b", "t", "fr", "B", "1.1"))))).Failure.Key);

    [Fact]
    public async Task Chosen_address_of_something_else_is_an_error()
    {
        var second = Page("b", "t", "fr", "B").Replace("\"Page\": {", "\"AutoroutePart\": { \"Path\": \"fr/a\" }, \"Page\": {", StringComparison.Ordinal);
        Assert.Equal("path.taken", (await OnlyErrorAsync(Of(Features, Items(Page("a", "s", "fr", "A"), second)))).Failure.Key);
    }

    [Theory]
    [InlineData("../cms.db")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b.txt")]
    [InlineData(".staging/a")]
    [InlineData("a\\\\b.txt")]
    [InlineData("")]
    public async Task Media_outside_their_folder_are_refused(string path) =>
        Assert.Equal("media.path", (await OnlyErrorAsync(Of($$"""{ "name": "media", "Files": [ { "TargetPath": "{{path}}", "Base64": "YQ==" } ] }"""))).Failure.Key);

    [Theory]
    [InlineData("\"SourcePath\": \"../../etc/passwd\"", "media.source")]
    [InlineData("\"SourcePath\": \"missing.txt\"", "media.source")]
    [InlineData("\"SourceUrl\": \"http://127.0.0.1/\"", "media.source-url")]
    [InlineData("\"Base64\": \"?\"", "media.base64")]
    public async Task Media_from_elsewhere_are_refused(string source, string key) =>
        Assert.Equal(key, (await OnlyErrorAsync(Of($$"""{ "name": "media", "Files": [ { "TargetPath": "a.txt", {{source}} } ] }"""))).Failure.Key);

    [Fact]
    public async Task Recipes_that_name_one_another_in_a_circle_are_refused()
    {
        await using var site = await RecipeSite.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "other.recipe.json"), """{ "name": "other", "steps": [ { "name": "Recipes", "Values": [ { "name": "test" } ] } ] }""");
        var report = await site.RunAsync(Of("""{ "name": "Recipes", "Values": [ { "name": "other" } ] }"""));
        Assert.Equal(["recipe.circle"], report.ErrorKeys());
    }

    private static async Task<RecipeProblem> OnlyErrorAsync(string json)
    {
        await using var site = await RecipeSite.OpenAsync();
        var before = await site.DumpAsync();
        var report = await site.RunAsync(json);
        Assert.False(report.IsWritten);
        Assert.Equal(before, await site.DumpAsync());
        return Assert.Single(report.Problems, p => p.IsError);
    }
}
