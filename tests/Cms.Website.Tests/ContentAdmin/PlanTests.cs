using System.Globalization;
using System.Net;
using Cms.ContentAdmin.Schedule;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Publications and withdrawals that happen by themselves, with the rights that their author has by then.</summary>
public sealed class PlanTests(PlanTests.PlanSite site) : IClassFixture<PlanTests.PlanSite>
{
    [Fact]
    public async Task Draft_is_published_at_its_time_and_withdrawn_at_another()
    {
        await site.AddTrialAsync("prevu", "fr", "Essai prévu", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/prevu/edit")).Fill("Trial.Line", "après").SaveAsync();
        await PlanAsync(browser, "prevu", "publish", TimeSpan.FromMinutes(10));
        await PlanAsync(browser, "prevu", "unpublish", TimeSpan.FromMinutes(30));

        await site.RunAsync<PlanWork>(plans => plans.RunDueAsync());
        Assert.Contains("avant", await browser.PageOfAsync("prevu"), StringComparison.Ordinal);
        Assert.Contains("/admin/content/prevu", await browser.TextAsync("/admin"), StringComparison.Ordinal);
        await LaterAsync(TimeSpan.FromMinutes(15));
        Assert.Contains("après", await browser.PageOfAsync("prevu"), StringComparison.Ordinal);
        await LaterAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(404, await browser.StatusAsync("/fr/essais/essai-prevu"));
        Assert.DoesNotContain("plans/publish/removal", await browser.TextAsync("/admin/content/prevu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_that_was_changed_since_is_not_published_and_the_plan_says_so()
    {
        await site.AddTrialAsync("change", "fr", "Essai changé", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/change/edit")).Fill("Trial.Line", "relu").SaveAsync();
        await PlanAsync(browser, "change", "publish", TimeSpan.FromMinutes(10));
        await (await EditorForm.OpenAsync(browser, "/admin/content/change/edit")).Fill("Trial.Line", "pas relu").SaveAsync();

        await LaterAsync(TimeSpan.FromMinutes(15));

        Assert.Contains("avant", await browser.PageOfAsync("change"), StringComparison.Ordinal);
        Assert.Contains("reprogrammez", await browser.TextAsync("/admin/content/change"), StringComparison.Ordinal);
        Assert.Contains("reprogrammez", await browser.TextAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_of_somebody_who_lost_the_right_is_not_done()
    {
        await site.AddTrialAsync("parti", "fr", "Essai parti", """ "Line": { "Text": "avant" } """);
        await site.AddAsync("leaver", "Editor");
        using var leaver = await site.OpenAsAsync("leaver");
        await (await EditorForm.OpenAsync(leaver, "/admin/content/parti/edit")).Fill("Trial.Line", "après").SaveAsync();
        await PlanAsync(leaver, "parti", "publish", TimeSpan.FromMinutes(10));
        await site.RunAsync<Cms.Users.RoleStore>(store => store.SaveAsync(new Cms.Users.Role("Emptied", "", [])));
        await site.RunAsync<Cms.Users.UserStore>(async store =>
        {
            var account = (await store.FindByNameAsync("LEAVER", default))!;
            account.Roles.Clear();
            account.Roles.Add("Emptied");
            await store.UpdateAsync(account, default);
        });

        await LaterAsync(TimeSpan.FromMinutes(15));

        using var browser = await site.OpenAsAsync("editor");
        Assert.Contains("avant", await browser.PageOfAsync("parti"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2020-01-01T10:00")]
    [InlineData("2027-03-28T02:30")]
    [InlineData("2027-02-30T10:00")]
    [InlineData("99999-01-01T10:00")]
    public async Task Time_that_is_past_or_does_not_exist_is_refused(string at)
    {
        using var browser = await site.OpenAsAsync("editor");
        using var refused = await browser.SendAsync("/admin/content/page", "/admin/content/page/plans/unpublish", ("at", at));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Plan_is_taken_back()
    {
        await site.AddTrialAsync("repris", "fr", "Essai retiré du programme");
        using var browser = await site.OpenAsAsync("editor");
        await PlanAsync(browser, "repris", "unpublish", TimeSpan.FromMinutes(10));
        using var removed = await browser.SendAsync("/admin/content/repris", "/admin/content/repris/plans/unpublish/removal");
        await LaterAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(200, await browser.StatusAsync("/fr/essais/essai-retire-du-programme"));
    }

    private async Task LaterAsync(TimeSpan time)
    {
        site.Time.Advance(time);
        await site.RunAsync<PlanWork>(plans => plans.RunDueAsync());
    }

    private async Task PlanAsync(Browser browser, string id, string verb, TimeSpan after)
    {
        var at = TimeZoneInfo.ConvertTime(site.Time.GetUtcNow() + after, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        using var planned = await browser.SendAsync($"/admin/content/{id}", $"/admin/content/{id}/plans/{verb}", ("at", at));
        Assert.EndsWith("?done=planned", planned.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    public sealed class PlanSite : EditorSite;
}
