using System.Net;
using Cms.Core.Security;
using Cms.Users;

namespace Cms.Website.Tests.Users;

/// <summary>Nobody grants what he lacks, whatever he posts by hand.</summary>
public sealed class GrantTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task Account_manager_can_not_make_an_administrator_of_himself_or_anybody()
    {
        using var browser = await ManagerAsync("manager1");
        await site.AddAsync("peer1", "Nothing");
        var (own, peer) = (await site.PageOfAsync("manager1"), await site.PageOfAsync("peer1"));
        foreach (var page in (string[])[own, peer])
        {
            using var alone = await browser.SendAsync(own, page + "/roles", ("Role", "Administrator"));
            using var among = await browser.SendAsync(own, page + "/roles", ("Role", "Nothing"), ("Role", "administrator"));
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (alone.StatusCode, among.StatusCode));
        }

        using var invited = await InvitationTests.InviteAsync(browser, "puppet1", "puppet1@example.org", ("Role", "Administrator"));
        Assert.Equal(HttpStatusCode.Forbidden, invited.StatusCode);
        Assert.Null(await site.AccountAsync("puppet1"));
        Assert.DoesNotContain((await site.AccountAsync("manager1")).Roles, role => role == Role.Administrator);
    }

    [Fact]
    public async Task Account_manager_gives_roles_within_his_rights_those_that_his_rights_include_too()
    {
        using var browser = await ManagerAsync("manager2", "PublishContent");
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Scribe", "", ["EditContent"])));
        await site.AddAsync("peer2", "Nothing");
        var page = await site.PageOfAsync("peer2");

        using var given = await browser.SendAsync(page, page + "/roles", ("Role", "Scribe"));

        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal(["Scribe"], (await site.AccountAsync("peer2")).Roles);
    }

    [Fact]
    public async Task Scope_wider_than_ones_own_can_not_be_given_and_an_account_that_has_it_not_touched()
    {
        using var browser = await ManagerAsync("manager3");
        await site.AddAsync("peer3", "Nothing");
        await site.AddAsync("wide3", "Nothing");
        await ScopeAsync("manager3", "fr");
        await ScopeAsync("peer3", "fr");
        var (peer, wide) = (await site.PageOfAsync("peer3"), await site.PageOfAsync("wide3"));

        using var all = await browser.SendAsync(peer, peer + "/scope");
        using var other = await browser.SendAsync(peer, peer + "/scope", ("Language", "fr"), ("Language", "en"));
        using var same = await browser.SendAsync(peer, peer + "/scope", ("Language", "fr"));
        using var reset = await browser.SendAsync(peer, wide + "/password");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (all.StatusCode, other.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (same.StatusCode, reset.StatusCode));
    }

    [Fact]
    public async Task Actor_has_the_scope_of_the_account()
    {
        await site.AddAsync("scope4", "Editor");
        await site.RunAsync<AccountDesk>(async desk => await desk.SetScopeAsync((await site.AccountAsync("scope4")).Id, new ActorScope(new HashSet<string> { "set-a" }, null), Actor.System, default));
        var id = (await site.AccountAsync("scope4")).Id;
        await site.RunAsync<IActorSource>(async actors =>
        {
            var actor = await actors.OfAsync(new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, id)], "test")));
            Assert.Equal(["set-a"], actor.Scope.Publishers!);
            Assert.Null(actor.Scope.Cultures);
        });
    }

    [Fact]
    public async Task Disabling_ends_tokens_and_links_too()
    {
        await site.AddAsync("boss5", "Administrator");
        await site.AddAsync("worker5", "Editor", email: "worker5@example.org");
        using var boss = await site.OpenAsAsync("boss5");
        using var worker = await site.OpenAsAsync("worker5");
        using var made = await worker.SendAsync("/account/tokens", "/account/tokens", ("Name", "script"), ("Days", "3"));
        using var asked = await worker.SendAsync("/login/forgotten", "/login/forgotten", ("Who", "worker5"));
        var link = await site.LinkAsync("worker5@example.org");
        var page = await site.PageOfAsync("worker5");

        using var disabled = await boss.SendAsync(page, page + "/disabling");
        using var enabled = await boss.SendAsync(page, page + "/enabling");

        Assert.Equal((302, 410), (await worker.StatusAsync("/admin"), await worker.StatusAsync(link)));
        Assert.Equal(0, await site.CountAsync($"SELECT COUNT(*) FROM users_token WHERE account_id = '{page[(page.LastIndexOf('/') + 1)..]}'"));
        Assert.Contains("badge--on", await boss.TextAsync(page), StringComparison.Ordinal);
    }

    private async Task<Browser> ManagerAsync(string name, params string[] more)
    {
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Nothing", "", [])));
        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Manager" + name, "", ["AccessAdminPanel", "ManageUsers", .. more])));
        await site.AddAsync(name, "Manager" + name);
        return await site.OpenAsAsync(name);
    }

    private async Task ScopeAsync(string name, string culture)
    {
        var id = (await site.AccountAsync(name)).Id;
        await site.RunAsync<AccountDesk>(desk => desk.SetScopeAsync(id, new ActorScope(null, new HashSet<string> { culture }), Actor.System, default));
    }
}
