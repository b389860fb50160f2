using System.Net;
using System.Text.RegularExpressions;
using Cms.Users;

namespace Cms.Website.Tests.Users;

public sealed class AccountPageTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task New_account_signs_in_with_the_password_shown_once()
    {
        await site.AddAsync("chief", "Administrator");
        using var chief = await site.OpenAsAsync("chief");

        using var made = await chief.SendAsync("/admin/users/new", "/admin/users/new", ("Way", "password"), ("Name", "newcomer"), ("Role", "Editor"));
        var password = Regex.Match(await made.Content.ReadAsStringAsync(), "<code>([^<]+)</code>").Groups[1].Value;

        Assert.NotEmpty(password);
        Assert.DoesNotContain(password, await chief.TextAsync("/admin/users/new"), StringComparison.Ordinal);
        using var newcomer = site.Open();
        using var signedIn = await newcomer.SignInAsync("newcomer", password);
        Assert.StartsWith("/account/password", signedIn.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disabling")]
    [InlineData("password")]
    [InlineData("roles")]
    public async Task Disabling_resetting_and_new_roles_end_the_sign_ins_of_an_account(string verb)
    {
        var (boss, worker) = ("boss" + verb, "worker" + verb);
        await site.AddAsync(boss, "Administrator");
        await site.AddAsync(worker, "Editor");
        using var chief = await site.OpenAsAsync(boss);
        using var browser = await site.OpenAsAsync(worker);
        Assert.Equal(200, await browser.StatusAsync("/admin"));

        var page = "/admin/users/" + await IdAsync(worker);
        using var done = await chief.SendAsync(page, $"{page}/{verb}", ("Role", "Translator"));

        Assert.True(done.IsSuccessStatusCode || done.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(302, await browser.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Nobody_gives_a_right_that_he_lacks_nor_touches_an_account_that_has_it()
    {
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Personnel", "", ["AccessAdminPanel", "ManageUsers"])));
        await site.AddAsync("personnel", "Personnel");
        await site.AddAsync("mighty", "Administrator");
        using var browser = await site.OpenAsAsync("personnel");

        using var lifted = await browser.SendAsync("/admin/users/new", "/admin/users/new", ("Way", "password"), ("Name", "puppet"), ("Role", "Administrator"));
        Assert.Equal(HttpStatusCode.Forbidden, lifted.StatusCode);
        var own = "/admin/users/" + await IdAsync("personnel");
        using var self = await browser.SendAsync(own, $"{own}/roles", ("Role", "Administrator"));
        Assert.Equal(HttpStatusCode.Forbidden, self.StatusCode);
        var other = "/admin/users/" + await IdAsync("mighty");
        foreach (var verb in (string[])["password", "disabling", "enabling", "roles", "scope", "email", "sessions", "factor", "invitation"])
        {
            using var refused = await browser.SendAsync(own, $"{other}/{verb}", ("Role", "Personnel"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var mighty = await site.OpenAsAsync("mighty");
    }

    [Fact]
    public async Task Accounts_are_closed_to_who_does_not_manage_them()
    {
        await site.AddAsync("curious", "Editor");
        using var browser = await site.OpenAsAsync("curious");
        Assert.Equal(403, await browser.StatusAsync("/admin/users"));
        using var refused = await browser.SendAsync("/admin", "/admin/users/new", ("Name", "puppet"), ("Role", "Editor"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Posting_more_than_the_form_asks_changes_nothing_else()
    {
        await site.AddAsync("assigner", "Administrator");
        using var browser = await site.OpenAsAsync("assigner");
        using var made = await browser.SendAsync(
            "/admin/users/new", "/admin/users/new", ("Way", "password"), ("Name", "modest"), ("Role", "Editor"), ("Account.Roles", "Administrator"), ("Enabled", "false"), ("MustChange", "false"), ("Id", "chosen"), ("PasswordHash", "x"));

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        await site.RunAsync<UserStore>(async store =>
        {
            var account = (await store.FindByNameAsync("MODEST", default))!;
            Assert.Equal(["Editor"], account.Roles);
            Assert.True(account is { Enabled: true, MustChange: true } && account.Id != "chosen" && account.PasswordHash != "x");
        });
    }

    private async Task<string> IdAsync(string name)
    {
        var id = "";
        await site.RunAsync<UserStore>(async store => id = (await store.FindByNameAsync(name.ToUpperInvariant(), default))!.Id);
        return id;
    }
}

public sealed class LastAdministratorTests(UserSite site) : IClassFixture<UserSite>
{
    [Theory]
    [InlineData("disabling")]
    [InlineData("roles")]
    public async Task Last_account_that_may_do_everything_stays(string verb)
    {
        var id = "";
        await site.RunAsync<UserStore>(async store => id = (await store.FindByNameAsync("ADMIN", default))!.Id);
        await site.RunAsync<AccountDesk>(async desk =>
        {
            Task Change() => verb == "roles" ? desk.SetRolesAsync(id, ["Editor"], Cms.Core.Security.Actor.System, default) : desk.SetEnabledAsync(id, false, Cms.Core.Security.Actor.System, default);
            var refused = await Assert.ThrowsAsync<Cms.Core.Errors.CmsException>(Change);
            Assert.Equal(("account.last", 409), (refused.Key, refused.Status));
        });
    }
}
