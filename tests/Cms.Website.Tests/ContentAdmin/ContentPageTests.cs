using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

public sealed partial class ContentPageTests(ContentPageTests.FilledSite site) : IClassFixture<ContentPageTests.FilledSite>
{
    [Fact]
    public async Task Content_is_listed_with_its_state_and_can_be_filtered()
    {
        using var browser = await OpenAsync("lister");
        Assert.Contains("5-2-2", await browser.TextAsync("/admin/content?type=Agenda21Action&language=fr"), StringComparison.Ordinal);
        Assert.DoesNotContain("5-2-2", await browser.TextAsync("/admin/content?type=Page"), StringComparison.Ordinal);
        Assert.Contains("Agenda21Action", await browser.TextAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_found_by_words_of_its_title_without_accents_in_any_language()
    {
        using var browser = await OpenAsync("finder");

        var found = await browser.TextAsync("/admin/content?q=DEVELOPPER+LES+SERVICES+NUMER");

        Assert.Contains("/fr/agenda-21/5-2-4", found, StringComparison.Ordinal);
        Assert.Contains("/en/agenda-21/5-2-4", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/fr/agenda-21/5-2-3", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/agenda-21/5-2-4", await browser.TextAsync("/admin/content?q=services+num&language=fr"), StringComparison.Ordinal);
        Assert.DoesNotContain("5-2-4", await browser.TextAsync("/admin/content?q=services+num&type=Page"), StringComparison.Ordinal);
        Assert.DoesNotContain("/fr/agenda-21", await browser.TextAsync("/admin/content?q=%25%27%20OR%201%3D1"), StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/admin/content?q=" + new string('x', 3_000)));
    }

    [Theory]
    [InlineData("p=0")]
    [InlineData("p=-1")]
    [InlineData("p=501")]
    [InlineData("p=x")]
    [InlineData("p=99999999999999")]
    public async Task Page_out_of_range_is_refused(string query)
    {
        using var browser = await OpenAsync("ranger" + Guid.NewGuid().ToString("N")[..6]);
        Assert.Equal(400, await browser.StatusAsync("/admin/content?" + query));
    }

    [Fact]
    public async Task Item_goes_off_the_website_into_the_bin_and_back()
    {
        using var browser = await OpenAsync("mover");
        var item = await ItemAsync(browser, "5-1-1");
        Assert.Contains("badge--published", await browser.TextAsync(item), StringComparison.Ordinal);

        // The English page stays and is shown at the French address, so the state tells, not the status.
        await DoneAsync(browser, item, "publication/removal", "unpublished");
        Assert.Contains("badge--draft", await browser.TextAsync(item), StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", await browser.TextAsync("/fr/agenda-21/5-1-1"), StringComparison.Ordinal);
        await DoneAsync(browser, item, "publication", "published");
        Assert.Contains("badge--published", await browser.TextAsync(item), StringComparison.Ordinal);
        await DoneAsync(browser, item, "removal", "deleted");
        Assert.Equal(404, await browser.StatusAsync(item));

        Assert.Contains(item + "/restoration", await browser.TextAsync("/admin/content/bin"), StringComparison.Ordinal);
        using var restored = await browser.SendAsync("/admin/content/bin", item + "/restoration");
        Assert.Equal(item + "?done=restored", restored.Headers.Location!.OriginalString);
        Assert.Equal(200, await browser.StatusAsync(item));
    }

    [Theory]
    [InlineData("publication")]
    [InlineData("publication/removal")]
    [InlineData("removal")]
    public async Task Decision_on_an_older_revision_is_refused(string verb)
    {
        using var browser = await OpenAsync("late" + verb.Replace("/", "", StringComparison.Ordinal));
        var item = await ItemAsync(browser, "5-2-1");

        using var refused = await browser.SendAsync(item, $"{item}/{verb}", ("revision", "0"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/fr/agenda-21/5-2-1"));
    }

    [Fact]
    public async Task Item_shows_its_fields_translations_and_history()
    {
        using var browser = await OpenAsync("reader");
        var page = await browser.TextAsync(await ItemAsync(browser, "5-2-2"));

        Assert.Contains("5.2.2", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge\">en</span>", page, StringComparison.Ordinal);
        Assert.Matches("<section class=\"panel\">\\s*<h2 class=\"panel__title\">Historique</h2>", page);
    }

    [Fact]
    public async Task Who_may_not_publish_is_refused_and_nothing_changes()
    {
        await site.RunAsync<Cms.Users.RoleStore>(store => store.SaveAsync(new Cms.Users.Role("Peeker", "", ["AccessAdminPanel", "PreviewContent"])));
        await site.AddAsync("peeker", "Peeker");
        using var browser = await site.OpenAsAsync("peeker");
        var item = await ItemAsync(browser, "5-2-3");
        foreach (var verb in (string[])["publication", "publication/removal", "removal", "restoration"])
        {
            using var refused = await browser.SendAsync(item, $"{item}/{verb}", ("revision", "1"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(200, await browser.StatusAsync("/fr/agenda-21/5-2-3"));
    }

    [Fact]
    public async Task Recipe_is_planned_before_it_is_run()
    {
        using var browser = await OpenAsync("cook");
        Assert.Contains("/admin/recipes/agenda21/plan", await browser.TextAsync("/admin/recipes"), StringComparison.Ordinal);

        using var plan = await browser.SendAsync("/admin/recipes", "/admin/recipes/agenda21/plan");
        Assert.Equal(HttpStatusCode.OK, plan.StatusCode);
        using var run = await browser.SendAsync("/admin/recipes", "/admin/recipes/agenda21/run");
        Assert.Equal(HttpStatusCode.OK, run.StatusCode);

        await site.AddAsync("waiter", "Editor");
        using var waiter = await site.OpenAsAsync("waiter");
        Assert.Equal(403, await waiter.StatusAsync("/admin/recipes"));
        using var refused = await waiter.SendAsync("/admin", "/admin/recipes/agenda21/run");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Breadcrumb_begins_at_the_dashboard_and_ends_with_the_page_itself()
    {
        using var browser = await OpenAsync("walker");
        var item = await ItemAsync(browser, "5-2-3");
        foreach (var path in (string[])["/admin/content", item, item + "/edit", "/admin/content/new", "/admin/content/new/Page/fr", "/admin/content/bin", "/admin/reports", "/admin/reports/links",
            "/admin/reports/freshness", "/admin/features", "/admin/recipes", "/admin/find", "/admin/users", "/admin/users/new", "/admin/roles", "/admin/roles/Editor", "/account",
            "/account/password", "/account/two-factor", "/account/sessions", "/account/tokens"])
        {
            var steps = (await new HtmlParser().ParseDocumentAsync(await browser.TextAsync(path))).QuerySelectorAll("nav.crumbs li");

            Assert.True(steps.Length > 1, path);
            Assert.Equal("/admin", steps[0].QuerySelector("a")!.GetAttribute("href"));
            Assert.All(steps.SkipLast(1), step => Assert.NotNull(step.QuerySelector("a[href]")));
            Assert.Equal(("page", false), (steps[^1].GetAttribute("aria-current"), steps[^1].QuerySelector("a") is not null));
        }
    }

    private async Task<Browser> OpenAsync(string name)
    {
        await site.AddAsync(name, "Administrator");
        return await site.OpenAsAsync(name);
    }

    /// <summary>Address of the page of the French action with a slug.</summary>
    private static async Task<string> ItemAsync(Browser browser, string slug)
    {
        var list = await browser.TextAsync("/admin/content?type=Agenda21Action&language=fr");
        return Link().Matches(list).Last(link => link.Index < list.IndexOf("/fr/agenda-21/" + slug, StringComparison.Ordinal)).Groups[1].Value;
    }

    private static async Task DoneAsync(Browser browser, string item, string verb, string done)
    {
        var revision = Revision().Match(await browser.TextAsync(item)).Groups[1].Value;
        using var response = await browser.SendAsync(item, $"{item}/{verb}", ("revision", revision), ("confirmed", "true"));
        Assert.EndsWith("?done=" + done, response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [GeneratedRegex("class=\"grid__main\" href=\"(/admin/content/[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();

    public sealed class FilledSite : UserSite
    {
        protected override string Recipe => "departement";

        protected override IReadOnlyList<string> Features => ["Cms.ContentAdmin", "Cms.Agenda21", "Cms.Pages", "Cms.Directory", "Cms.Navigation", "Cms.Taxonomies"];
    }
}
