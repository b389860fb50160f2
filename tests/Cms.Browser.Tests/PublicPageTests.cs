using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>What every type of public page keeps, in both languages: accessibility, narrow screens, keyboards, no script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicPageTests(BrowserWebsite website)
{
    /// <summary>With its rules of RGAA and WCAG and its best practices.</summary>
    [BrowserFact]
    public Task Axe_finds_nothing_on_any_type_of_page() => website.FindsNothingAsync(PageTypes.All, page => ViolationsAsync(page, null));

    /// <summary>The scheme changes colours alone.</summary>
    [BrowserFact]
    public Task Axe_finds_enough_contrast_in_the_dark() => website.FindsNothingAsync(
        PageTypes.All, page => ViolationsAsync(page, new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") }), dark: true);

    [BrowserFact]
    public async Task The_language_switch_leads_from_a_page_straight_to_its_translation_and_back()
    {
        var page = await website.OpenAsync("/fr/agenda-21/5-2-2");
        await page.ClickAsync(".lang a");
        Assert.EndsWith("/en/agenda-21/5-2-2", page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        await page.ClickAsync(".lang a");
        Assert.EndsWith("/fr/agenda-21/5-2-2", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Without_script_a_visitor_searches_filters_and_reads()
    {
        var page = await website.OpenAsync("/fr", script: false);
        await page.FillAsync("#q", "papier dématérialisation");
        await page.PressAsync("#q", "Enter");
        await page.ClickAsync(".hit__title a >> nth=0");
        Assert.EndsWith("/fr/agenda-21/5-2-4", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/fr/agenda-21");
        await page.ClickAsync("text=Éducation");
        Assert.EndsWith("theme=education", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".card").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task<string[]> ViolationsAsync(IPage page, AxeRunOptions? options) =>
        [.. (await page.RunAxe(options)).Violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")];
}
