using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;

namespace Cms.Browser.Tests;

/// <summary>What every type of public page keeps, in both languages: accessibility, narrow screens, keyboards, no script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicPageTests(BrowserWebsite website)
{
    public static TheoryData<string> Pages =>
    [
        "/fr", "/en", "/fr/agenda-21", "/en/agenda-21", "/fr/agenda-21/5-2-3", "/en/agenda-21/5-1-2", "/fr/accessibilite", "/en/legal-notice", "/fr/recherche?q=participation", "/en/search?q=nothingfindsthis", "/fr/nulle-part", "/login",
        "/fr/cooperation", "/en/cooperation?zoom=near-east", "/fr/lieux", "/en/places?zoom=all", "/fr/agenda?month=2023-11", "/en/events", "/fr/videos/interview-de-paul-tergat",
    ];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light_and_dark(string path)
    {
        foreach (var dark in new[] { false, true })
        {
            var page = await website.OpenAsync(path, dark: dark);
            var violations = (await page.RunAxe()).Violations;
            Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
            await page.Context.CloseAsync();
        }
    }

    /// <summary>WCAG 1.4.10, RGAA 10.11.</summary>
    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_scrolls_sideways_at_320_pixels(string path)
    {
        var page = await website.OpenAsync(path, width: 320, height: 640);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"));
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_no_other_host_and_reports_no_error(string path)
    {
        var page = await website.OpenAsync("/health/live");
        // The browser's events come on a thread of their own, some after the page has loaded.
        var hosts = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<string>();
        page.Request += (_, request) => hosts.Enqueue(new Uri(request.Url).Authority);
        page.Console += (_, message) =>
        {
            // The browser itself reports the status of the page that does not exist.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                errors.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(path);
        Assert.All(hosts, host => Assert.Equal(website.Address.Authority, host));
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    /// <summary>WCAG 2.4.1, RGAA 12.7; WCAG 2.4.7, RGAA 10.7.</summary>
    [BrowserFact]
    public async Task The_first_tab_stop_is_a_visible_link_that_leads_to_the_content()
    {
        var page = await website.OpenAsync("/fr/agenda-21/5-2-2");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Aller au contenu", await page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0 && document.activeElement.getBoundingClientRect().height > 0"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

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
}
