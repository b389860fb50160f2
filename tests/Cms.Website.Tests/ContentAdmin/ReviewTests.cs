using System.Net;
using Cms.Core.Security;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>The day from which on content is to be looked over, and the report that names it.</summary>
public abstract class ReviewTests(EditorSite site)
{
    private const string Report = "/admin/reports/freshness";

    [StoreFact]
    public async Task Content_is_in_the_report_from_its_day_on_until_another_is_noted()
    {
        await site.AddTrialAsync("relire", "fr", "Essai à relire");
        using var browser = await site.OpenAsAsync("editor");
        Assert.EndsWith("?done=review-set", await SetAsync(browser, "relire", Day(1)), StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/content/relire\"", await DueAsync(browser), StringComparison.Ordinal);

        await SetAsync(browser, "relire", Day(0));
        Assert.Contains("/admin/content/relire\"", await DueAsync(browser), StringComparison.Ordinal);
        Assert.Contains("/admin/content/relire\"", await browser.TextAsync("/admin"), StringComparison.Ordinal);

        await SetAsync(browser, "relire", "2199-03-31");
        Assert.Contains("2199-03-31", await browser.TextAsync("/admin/content/relire"), StringComparison.Ordinal);
        Assert.DoesNotContain("2199", await browser.PageOfAsync("relire"), StringComparison.Ordinal);
        Assert.EndsWith("?done=review-removed", await SetAsync(browser, "relire", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/content/relire\"", await DueAsync(browser), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Report_is_narrowed_to_an_owner()
    {
        await site.AddTrialAsync("relire-autre", "fr", "Essai d’un autre");
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Essai à moi");
        await form.SaveAsync();
        await SetAsync(browser, "relire-autre", Day(-1));
        await SetAsync(browser, form.Id, Day(-1));

        var mine = await DueAsync(browser, "?owner=me");
        Assert.Contains(form.Id, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("relire-autre", mine, StringComparison.Ordinal);
        Assert.Contains("relire-autre", await DueAsync(browser), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("31/12/2026")]
    public async Task Day_that_is_none_is_refused(string day)
    {
        await site.AddTrialAsync("relire-faux", "fr", "Essai faux");
        using var browser = await site.OpenAsAsync("editor");
        using var answer = await browser.SendAsync("/admin/content/relire-faux", "/admin/content/relire-faux/review", ("due", day));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [StoreFact]
    public async Task Who_may_not_see_a_draft_does_not_find_it_in_the_report()
    {
        await site.AddTrialAsync("relire-loin", "fr", "Essai lointain");
        await site.AddAsync("anglophone", "Editor", new ActorScope(null, new HashSet<string> { "en" }));
        using var browser = await site.OpenAsAsync("editor");
        await SetAsync(browser, "relire-loin", Day(-1));
        using var other = await site.OpenAsAsync("anglophone");
        Assert.DoesNotContain("relire-loin", await other.TextAsync(Report), StringComparison.Ordinal);
    }

    private string Day(int fromToday) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(site.Time.GetUtcNow(), "Europe/Paris").AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> SetAsync(Browser browser, string id, string day)
    {
        using var answer = await browser.SendAsync($"/admin/content/{id}", $"/admin/content/{id}/review", ("due", day));
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>The first list of the report: what is to be looked over by now.</summary>
    private static async Task<string> DueAsync(Browser browser, string query = "")
    {
        var text = await browser.TextAsync(Report + query);
        var start = text.IndexOf("<h2>", StringComparison.Ordinal);
        return text[start..text.IndexOf("<h2>", start + 4, StringComparison.Ordinal)];
    }
}

[Collection(EditorTests.Name)]
public sealed class SqliteReviewTests(EditorSite site) : ReviewTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresReviewTests(PostgresEditorSite site) : ReviewTests(site), IClassFixture<PostgresEditorSite>;
