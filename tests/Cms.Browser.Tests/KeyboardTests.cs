using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>RGAA 10.7, 12.7, 12.8, 12.9 (WCAG 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11): every type of page with the Tab key.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserWebsite website)
{
    [BrowserFact]
    public Task Tab_reaches_everything_in_the_order_of_the_document_and_shows_where_it_is() => website.FindsNothingAsync(PageTypes.All, WalkAsync);

    [BrowserFact]
    public Task Tab_reaches_everything_on_a_telephone_too() => website.FindsNothingAsync(["/fr", "/en/cooperation", "/fr/agenda?month=2023-11", "/en/search?q=participation"], WalkAsync, 360, 640);

    /// <summary>The frame is one for all pages; what differs is what stands at the beginning of the content.</summary>
    [BrowserFact]
    public Task First_stop_leads_to_the_content_of_every_page() => website.FindsNothingAsync(PageTypes.Public, page => SkipAsync(page, 1, "content"));

    [BrowserTheory]
    [InlineData(2, "menu")]
    [InlineData(3, "search")]
    public Task Next_stops_lead_to_the_menu_and_the_search(int stop, string target) => website.FindsNothingAsync(["/fr", "/en", "/fr/lieux", "/en/testimonials/paul-tergat"], page => SkipAsync(page, stop, target));

    private static async Task<string[]> SkipAsync(IPage page, int stop, string target)
    {
        for (var pressed = 0; pressed < stop; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        if (!await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"))
        {
            return [$"the link to {target} can not be seen"];
        }

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<bool>($"document.getElementById('{target}').contains(document.activeElement)") ||
            !await page.EvaluateAsync<bool>($"!!document.querySelector('#{target} a, #{target} input')") ? [] : [$"the link to {target} leads elsewhere"];
    }

    private static async Task<string[]> WalkAsync(IPage page)
    {
        await page.EvaluateAsync(RgaaTests.Rule("watch"));
        var expected = await page.EvaluateAsync<int>("window.walk.expected");
        for (var stop = 0; stop < expected; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        var reached = await page.EvaluateAsync<int>("new Set(window.walk.stops).size");
        var faults = await page.EvaluateAsync<string[]>("window.walk.faults");
        return reached == expected ? faults : [.. faults, $"{reached} of {expected} stops are reached"];
    }
}
