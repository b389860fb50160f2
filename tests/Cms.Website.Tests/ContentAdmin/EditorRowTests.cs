namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Rows of lists and pickers without script: each step keeps what was typed and saves nothing.</summary>
[Collection(EditorTests.Name)]
public sealed class EditorRowTests(EditorSite site)
{
    private const string List = "Trial.Steps";

    [Fact]
    public async Task Rows_are_added_moved_and_removed_and_keep_what_is_typed_and_their_ids()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("TitlePart.Title", "Essai de lignes").PressAsync($"add|{List}");
        form = await FillLast(form, "premier", "1").PressAsync($"add|{List}");
        form = await FillLast(form, "deuxième", "2").PressAsync($"add|{List}");
        var ids = FillLast(form, "troisième", "3").All(List);
        Assert.Equal(3, ids.Count);

        form = await form.PressAsync($"up|{List}|{ids[2]}");
        Assert.Equal([ids[0], ids[2], ids[1]], form.All(List));
        form = await form.PressAsync($"remove|{List}|{ids[0]}");
        Assert.Equal("Essai de lignes", form.Value("TitlePart.Title"));
        Assert.Equal(404, await browser.StatusAsync($"/admin/content/{form.Id}/edit"));
        await form.SaveAsync("publication");

        var rows = (await browser.PublishedAsync(form.Id))["Trial"]!["Steps"]!["Rows"]!.AsArray();
        Assert.Equal([ids[2], ids[1]], rows.Select(row => (string?)row!["Id"]));
        Assert.Equal(["troisième", "deuxième"], rows.Select(row => (string?)row!["Name"]!["Text"]));
        Assert.Equal([3, 2], rows.Select(row => (int)row!["Weight"]!["Value"]!));
    }

    [Fact]
    public async Task Mistake_in_a_row_is_said_in_that_row()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("TitlePart.Title", "Essai de ligne fausse").PressAsync($"add|{List}");
        form = await FillLast(form, "juste", "1").PressAsync($"add|{List}");
        var refused = await FillLast(form, new string('x', 1001), "lourd").PressAsync("draft");

        Assert.Equal(400, refused.Status);
        var last = refused.Page.QuerySelectorAll("li.row")[^1];
        Assert.Equal(2, last.QuerySelectorAll("[aria-invalid=true]").Length);
        Assert.Empty(refused.Page.QuerySelectorAll("li.row")[0].QuerySelectorAll("[aria-invalid=true]"));
    }

    [Fact]
    public async Task Order_of_rows_belongs_to_all_languages_and_each_keeps_its_words()
    {
        const string rows = """ "Steps": { "Rows": [ { "Id": "un", "Name": { "Text": "NAME1" }, "Weight": { "Value": 1 } }, { "Id": "deux", "Name": { "Text": "NAME2" }, "Weight": { "Value": 2 } } ] } """;
        await site.AddTrialAsync("lignes-fr", "fr", "Essai de langues", rows.Replace("NAME", "mot ", StringComparison.Ordinal), "lignes");
        await site.AddTrialAsync("lignes-en", "en", "Trial of languages", rows.Replace("NAME", "word ", StringComparison.Ordinal), "lignes");
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/lignes-fr/edit");
        Assert.Contains(form.Page.QuerySelectorAll(".source__text[lang=en]"), text => text.TextContent == "word 1");
        form = await form.PressAsync($"down|{List}|un");
        await form.SaveAsync("publication");

        var english = (await browser.PublishedAsync("lignes-en"))["Trial"]!["Steps"]!["Rows"]!.AsArray();
        Assert.Equal(["word 2", "word 1"], english.Select(row => (string?)row!["Name"]!["Text"]));
    }

    [Fact]
    public async Task Picker_of_many_items_searches_without_accents_and_keeps_what_is_chosen()
    {
        var pages = Enumerable.Range(1, 40).Select(number => $$"""{ "ContentItemId": "p{{number}}", "ContentType": "Page", "Published": true, "TitlePart": { "Title": "Étang numéro {{number}}" }, "LocalizationPart": { "LocalizationSet": "etang-{{number}}", "Culture": "fr" } }""");
        await site.RunRecipeAsync($$"""{ "name": "Content", "data": [ {{string.Join(", ", pages)}} ] }""");
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        Assert.DoesNotContain("etang-17", form.Page.QuerySelectorAll("[name='Trial.Related']").Select(input => input.GetAttribute("value")));

        // Enter in the search box presses the first button of the form.
        form = await form.Fill("TitlePart.Title", "Essai de choix").Fill("Trial.Related~find", "etang NUMERO 17").PressAsync("enter");
        form = await form.Fill("Trial.Related", "etang-17").Fill("Trial.Related~find", "étang numéro 23").PressAsync("find|Trial.Related");
        await form.Fill("Trial.Related", "etang-23").SaveAsync("publication");

        Assert.Equal("""["etang-17","etang-23"]""", (await browser.PublishedAsync(form.Id))["Trial"]!["Related"]!["LocalizationSets"]!.ToJsonString());
        form = await EditorForm.OpenAsync(browser, $"/admin/content/{form.Id}/edit");
        form = await form.PressAsync("up|Trial.Related|etang-23");
        await form.Untick("Trial.Related", "etang-17").SaveAsync("publication");
        Assert.Equal("""["etang-23"]""", (await browser.PublishedAsync(form.Id))["Trial"]!["Related"]!["LocalizationSets"]!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("add")]
    [InlineData("remove|Trial.Steps|nobody")]
    [InlineData("up|Nothing.There|x")]
    [InlineData("shout|Trial.Steps")]
    public async Task Step_that_is_not_understood_leaves_the_form_as_it_was(string step)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        using var answer = await browser.SendAsync("/admin/content/new/Trial/fr", $"/admin/content/{form.Id}/edit/step", ("step", step), ("_type", "Trial"), ("_culture", "fr"), ("TitlePart.Title", "Essai de pas"));
        Assert.Contains("value=\"Essai de pas\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static EditorForm FillLast(EditorForm form, string name, string weight)
    {
        var row = form.All(List)[^1];
        return form.Fill($"{List}[{row}].Name", name).Fill($"{List}[{row}].Weight", weight);
    }
}
