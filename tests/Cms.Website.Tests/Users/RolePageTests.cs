using System.Net;
using System.Text.RegularExpressions;
using Cms.Users;

namespace Cms.Website.Tests.Users;

public sealed class RolePageTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task Role_is_made_given_rights_and_deleted()
    {
        using var browser = await AdministratorAsync("maker");
        using var made = await browser.SendAsync("/admin/roles", "/admin/roles", ("Name", "Press office"), ("Description", "Writes the news."));
        Assert.Equal("/admin/roles/Press%20office", made.Headers.Location?.OriginalString);
        using var saved = await SaveAsync(browser, "Press office", "AccessAdminPanel", "EditContent");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["AccessAdminPanel", "EditContent"], (await RoleAsync("Press office"))!.Permissions);
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM audit WHERE verb = 'role-change' AND comment = 'Press office +AccessAdminPanel +EditContent'"));

        await site.AddAsync("press", "Press office");
        using var held = await browser.SendAsync("/admin/roles/Press%20office", "/admin/roles/Press%20office/removal");
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        var page = await site.PageOfAsync("press");
        using var moved = await browser.SendAsync(page, page + "/roles", ("Role", "Author"));
        using var deleted = await browser.SendAsync("/admin/roles/Press%20office", "/admin/roles/Press%20office/removal");
        Assert.Equal("/admin/roles?done=deleted", deleted.Headers.Location?.OriginalString);
        Assert.Null(await RoleAsync("Press office"));
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Authenticated")]
    [InlineData("Anonymous")]
    public async Task Role_that_the_website_needs_is_not_deleted(string role)
    {
        using var browser = await AdministratorAsync("deleter" + role);
        using var refused = await browser.SendAsync("/admin/roles", $"/admin/roles/{role}/removal");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.NotNull(await RoleAsync(role));
    }

    [Fact]
    public async Task Administrator_keeps_every_right_and_a_right_over_the_website_is_not_for_all()
    {
        using var browser = await AdministratorAsync("keeper");
        using var emptied = await SaveAsync(browser, "Administrator");
        Assert.Equal(["SiteOwner"], (await RoleAsync("Administrator"))!.Permissions);
        using var all = await SaveAsync(browser, "Anonymous", "ViewContent", "SiteOwner");
        Assert.Equal(HttpStatusCode.BadRequest, all.StatusCode);
        Assert.Equal(["ViewContent"], (await RoleAsync("Anonymous"))!.Permissions);
        using var unknown = await SaveAsync(browser, "Moderator", "MakeCoffee");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Nobody_grants_or_takes_a_right_that_he_lacks()
    {
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Roles only", "", ["AccessAdminPanel", "ManageRoles"])));
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Target", "", ["ManageUsers", "FromAFeatureThatIsOff"])));
        await site.AddAsync("climber", "Roles only");
        using var browser = await site.OpenAsAsync("climber");

        foreach (var right in (string[])["SiteOwner", "PublishContent", "ManageUsers"])
        {
            using var lifted = await SaveAsync(browser, "Roles only", "AccessAdminPanel", "ManageRoles", right);
            Assert.Equal(HttpStatusCode.Forbidden, lifted.StatusCode);
        }

        using var given = await SaveAsync(browser, "Target", "AccessAdminPanel");
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal(["AccessAdminPanel", "FromAFeatureThatIsOff", "ManageUsers"], (await RoleAsync("Target"))!.Permissions);
        using var deleted = await browser.SendAsync("/admin/roles", "/admin/roles/Target/removal");
        Assert.Equal(HttpStatusCode.Forbidden, deleted.StatusCode);
        Assert.Equal(["AccessAdminPanel", "ManageRoles"], (await RoleAsync("Roles only"))!.Permissions);
    }

    [Fact]
    public async Task Form_that_was_opened_before_another_change_is_stale()
    {
        using var browser = await AdministratorAsync("slow");
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Disputed", "", ["EditContent"])));
        var stamp = Stamp(await browser.TextAsync("/admin/roles/Disputed"));
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Disputed", "", ["PreviewContent"])));
        using var stale = await browser.SendAsync("/admin/roles/Disputed", "/admin/roles/Disputed", ("Stamp", stamp), ("Right", "PublishContent"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(["PreviewContent"], (await RoleAsync("Disputed"))!.Permissions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<b>")]
    [InlineData("a/b")]
    [InlineData("a\u202Eb")]
    [InlineData("editor")]
    public async Task Name_that_is_none_or_taken_is_refused(string name)
    {
        using var browser = await AdministratorAsync("namer" + Guid.NewGuid().ToString("N")[..8]);
        using var refused = await browser.SendAsync("/admin/roles", "/admin/roles", ("Name", name));
        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
    }

    [Fact]
    public async Task Roles_are_closed_to_who_does_not_manage_them()
    {
        await site.AddAsync("outsider", "Editor");
        using var browser = await site.OpenAsAsync("outsider");
        Assert.Equal((403, 403), (await browser.StatusAsync("/admin/roles"), await browser.StatusAsync("/admin/roles/Editor")));
        using var refused = await browser.SendAsync("/admin", "/admin/roles/Editor", ("Right", "SiteOwner"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<Browser> AdministratorAsync(string name)
    {
        await site.AddAsync(name, "Administrator");
        return await site.OpenAsAsync(name);
    }

    private static async Task<HttpResponseMessage> SaveAsync(Browser browser, string role, params string[] rights)
    {
        var page = "/admin/roles/" + Uri.EscapeDataString(role);
        var stamp = Stamp(await browser.TextAsync(page));
        return await browser.SendAsync(page, page, [("Stamp", stamp), .. rights.Select(right => ("Right", right))]);
    }

    private static string Stamp(string page) => Regex.Match(page, "name=\"Stamp\" value=\"([^\"]+)\"").Groups[1].Value;

    private async Task<Role?> RoleAsync(string name)
    {
        Role? found = null;
        await site.RunAsync<RoleStore>(async store => found = (await store.AllAsync()).FirstOrDefault(role => role.Name == name));
        return found;
    }
}
