namespace Cms.Website.Tests.ContentAdmin;

/// <summary>A taxonomy of more terms than a form shows at once, on a website of its own.</summary>
public sealed class LargeTaxonomyTests(LargeTaxonomyTests.OwnSite site) : IClassFixture<LargeTaxonomyTests.OwnSite>
{
    [Fact]
    public async Task Terms_of_a_large_taxonomy_are_searched_for_and_what_is_chosen_stays()
    {
        var terms = string.Join(", ", Enumerable.Range(1, 80).Select(n => $$"""{ "Id": "mot-{{n}}", "Code": { "Text": "mot-{{n}}" }, "Name": { "Text": "Élément {{n}}" } }"""));
        await site.RunRecipeAsync($$"""
            { "name": "Content", "data": [ { "ContentItemId": "mots-fr", "ContentType": "Taxonomy", "Published": true, "TitlePart": { "Title": "Mots" },
              "LocalizationPart": { "LocalizationSet": "mots", "Culture": "fr" }, "TermsPart": { "Terms": { "Rows": [ {{terms}} ] } } } ] }
            """);
        await site.AddTrialAsync("mots-essai", "fr", "Essai de mots", """ "Themes": { "TaxonomyContentItemId": "mots", "TermContentItemIds": ["mot-3"] } """);
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/mots-essai/edit");
        Assert.Equal("on", form.Value("Trial.Themes.mots mot-3"));
        Assert.Null(form.Page.QuerySelector("[name='Trial.Themes.mots mot-42']"));

        form = await form.Fill("Trial.Themes~find", "element 42").PressAsync("find|Trial.Themes");
        await form.Fill("Trial.Themes.mots mot-42", "on").SaveAsync("publication");
        var chosen = (await browser.PublishedAsync("mots-essai"))["Trial"]!["Themes"]!["TermContentItemIds"]!.AsArray().Select(term => (string?)term);
        Assert.Equal(["mot-3", "mot-42"], chosen);
        Assert.Contains("mots-essai", await browser.TextAsync("/admin/content?term=mot-42"), StringComparison.Ordinal);
        Assert.DoesNotContain("mots-essai", await browser.TextAsync("/admin/content?term=mot-41"), StringComparison.Ordinal);
        Assert.Contains("/admin/content?term=mot-42", await browser.TextAsync("/admin/content/mots-fr"), StringComparison.Ordinal);

        form = await EditorForm.OpenAsync(browser, "/admin/content/mots-fr/edit");
        form = await form.PressAsync("remove|TermsPart.Terms|mot-42");
        Assert.Contains(form.Page.QuerySelectorAll(".finding"), finding => finding.TextContent.Contains("Élément 42", StringComparison.Ordinal));
    }

    public sealed class OwnSite : EditorSite;
}
