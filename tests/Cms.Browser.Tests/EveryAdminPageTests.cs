using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace Cms.Browser.Tests;

/// <summary>
/// Walks from the dashboard along every link of the administration and looks at one page of each kind: axe finds nothing, and the page is as wide as the
/// window. A page that is added is walked to without being named here.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class EveryAdminPageTests(BrowserWebsite website)
{
    /// <summary>Kinds of pages that the walk must have come by.</summary>
    private static readonly string[] _known =
    [
        "/account", "/account/password", "/account/sessions", "/account/tokens", "/account/two-factor", "/admin", "/admin/content", "/admin/content/*", "/admin/content/*/edit", "/admin/content/*/preview",
        "/admin/content/*/versions/*", "/admin/content/bin", "/admin/content/new", "/admin/content/new/*/fr", "/admin/features", "/admin/recipes", "/admin/reports", "/admin/reports/freshness",
        "/admin/reports/links", "/admin/roles", "/admin/roles/*", "/admin/translations", "/admin/users", "/admin/users/*", "/admin/users/new",
    ];

    [BrowserTheory]
    [InlineData("fr-FR", 1280, false)]
    [InlineData("en-GB", 360, true)]
    public async Task Axe_finds_nothing_on_any_page_that_the_administration_leads_to(string locale, int width, bool dark)
    {
        var page = await website.OpenAsync("/login", width: width, dark: dark, locale: locale);
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");

        // An item with a page of its own comes first, for not every item has a preview.
        await page.GotoAsync("/admin/content?type=Programme");
        string[] starts = [(await page.Locator("a.grid__main").First.GetAttributeAsync("href"))!, "/admin", "/account"];
        var (waiting, seen, wrong) = (new Queue<string>(starts), starts.Select(KindOf).ToHashSet(), new List<string>());
        while (waiting.TryDequeue(out var path))
        {
            await page.GotoAsync(path);

            // No script runs in the frame of a preview, axe neither; the page in it is one that the public tests look at.
            await page.EvaluateAsync("document.querySelector('iframe[title]')?.remove()");
            wrong.AddRange((await page.RunAxe()).Violations.Select(violation => $"{path} {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            {
                wrong.Add($"{path} is {wide} wide.");
            }

            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/admin\"], a[href^=\"/account\"]')].map(link => link.getAttribute('href'))"))
            {
                if (seen.Add(KindOf(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(_known.Except(seen));
        await page.Context.CloseAsync();
    }

    /// <summary>A path without its query, ids and names as stars.</summary>
    private static string KindOf(string link) => Name().Replace(link.Split('?', '#')[0], "/*");

    /// <summary>What follows the name of a list, unless it is one of its own pages.</summary>
    [GeneratedRegex("(?<=^/admin/content|^/admin/users|^/admin/roles|/versions|^/admin/content/new)/(?!(?:new|bin)(?:/|$))[^/]+")]
    private static partial Regex Name();
}
