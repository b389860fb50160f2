using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>
/// What RGAA 4.1 and WCAG 2.2 ask of pages and axe does not decide, on every type of page in both languages. Each rule is a script in the folder <c>Rgaa</c> that answers
/// with the faults it finds.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class RgaaTests(BrowserWebsite website)
{
    [BrowserFact]
    public Task Every_page_keeps_the_rules_on_a_wide_screen() => FindsNothingAsync(PageTypes.All, 1280, 900, "headings", "languages", "tables", "targets", "order", "reflow", "style");

    /// <summary>RGAA 10.4 (WCAG 1.4.4): a window of 1280 pixels enlarged twice.</summary>
    [BrowserFact]
    public Task Every_page_can_be_enlarged_twice() => FindsNothingAsync(PageTypes.All, 640, 450, "reflow");

    /// <summary>RGAA 10.11 (WCAG 1.4.10).</summary>
    [BrowserFact]
    public Task Every_page_fits_a_window_of_320_by_256_pixels() => FindsNothingAsync(PageTypes.All, 320, 256, "reflow", "targets", "order");

    [BrowserFact]
    public Task Pages_of_the_administration_keep_the_rules() => website.FindsNothingAsync(["/admin", "/admin/content", "/admin/features"], page => CheckAsync(page, "headings", "tables", "order", "targets"), signedIn: true);

    /// <summary>RGAA 8.6 (WCAG 2.4.2). The part of a map that is shown does not change what its page is about.</summary>
    [BrowserFact]
    public async Task Title_names_the_page_and_is_its_own()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        await website.FindsNothingAsync(PageTypes.Public.Where(path => !path.Contains("zoom=", StringComparison.Ordinal)), async page =>
        {
            var title = await page.TitleAsync();
            var heading = await page.EvaluateAsync<string>("document.querySelector('h1').innerText.replace(/\\s+/g, ' ').trim()");
            var language = await page.GetAttributeAsync("html", "lang");
            if (!seen.TryAdd($"{language} {title}", page.Url))
            {
                return [$"the title “{title}” is that of {seen[$"{language} {title}"]} too"];
            }

            return new Uri(page.Url).AbsolutePath.Length > 3 && !title.Contains(heading, StringComparison.OrdinalIgnoreCase) ? [$"the title “{title}” does not name “{heading}”"] : [];
        });
    }

    /// <summary>RGAA 12.2 to 12.5.</summary>
    [BrowserTheory]
    [InlineData("fr", 1280)]
    [InlineData("en", 1280)]
    [InlineData("fr", 360)]
    [InlineData("en", 360)]
    public async Task Menu_search_and_site_map_stand_at_the_same_place_of_every_page(string language, int width)
    {
        string[]? first = null;
        await website.FindsNothingAsync(language == "fr" ? PageTypes.French : PageTypes.English, async page =>
        {
            var places = await page.EvaluateAsync<string[]>(Rule("frame"));
            first ??= places;
            Assert.DoesNotContain("site map at place -1", places);
            return [.. places.Except(first)];
        }, width);
    }

    /// <summary>RGAA 12.3: the site map is whole.</summary>
    [BrowserFact]
    public Task Site_map_leads_wherever_the_menus_lead() => website.FindsNothingAsync(["/fr/plan-du-site", "/en/site-map"], page => page.EvaluateAsync<string[]>("""
        () => {
          const there = new Set([...document.querySelectorAll('main a')].map(a => a.pathname));
          return [...document.querySelectorAll('#menu a, footer nav a')].map(a => a.pathname).filter(path => !there.has(path) && path !== location.pathname && !/^\/..$/.test(path));
        }
        """));

    /// <summary>The rule for tables would be kept by a website without any.</summary>
    [BrowserTheory]
    [InlineData("/fr/agenda?month=2023-11")]
    [InlineData("/en/agenda-21/5-2-3")]
    public async Task Month_and_indicators_are_tables(string path)
    {
        var page = await website.OpenAsync(path);
        Assert.Equal(1, await page.Locator("main table").CountAsync());
        await page.Context.CloseAsync();
    }

    internal static string Rule(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rgaa", $"{name}.js"));

    private Task FindsNothingAsync(IEnumerable<string> paths, int width, int height, params string[] rules) => website.FindsNothingAsync(paths, page => CheckAsync(page, rules), width, height);

    private static async Task<string[]> CheckAsync(IPage page, params string[] rules)
    {
        var faults = new List<string>();
        foreach (var rule in rules)
        {
            faults.AddRange((await page.EvaluateAsync<string[]>(Rule(rule))).Select(fault => $"{rule}: {fault}"));
        }

        return [.. faults];
    }
}
