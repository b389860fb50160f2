using System.Net;
using Cms.Content.Manager;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Users;

namespace Cms.Website.Tests.Users;

public sealed class RoleTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task Right_taken_from_a_role_is_gone_at_the_next_request()
    {
        await SaveAsync("Curator", "AccessAdminPanel", "PreviewContent");
        await site.AddAsync("curator", "Curator");
        using var browser = await site.OpenAsAsync("curator");
        Assert.Equal(200, await browser.StatusAsync("/admin/content"));

        await SaveAsync("Curator", "AccessAdminPanel");
        Assert.Equal(403, await browser.StatusAsync("/admin/content"));
        Assert.Equal(200, await browser.StatusAsync("/admin"));

        await SaveAsync("Curator");
        Assert.Equal(403, await browser.StatusAsync("/admin"));
    }

    [Theory]
    [InlineData("Administrator", true, true, true)]
    [InlineData("Editor", true, true, false)]
    [InlineData("Author", true, false, false)]
    [InlineData("Contributor", true, false, false)]
    [InlineData("Moderator", true, false, false)]
    [InlineData("Translator", true, false, false)]
    public async Task Roles_of_a_new_website_have_their_rights(string role, bool admin, bool publish, bool users)
    {
        var right = (await RolesAsync()).Single(r => r.Name == role);
        var actor = new Actor("x", "x", right.Permissions.ToHashSet());
        Assert.Equal((admin, publish, users), (actor.Has(Permissions.AccessAdminPanel), actor.Has(ContentPermissions.PublishContent), actor.Has(Permissions.ManageUsers)));
    }

    [Fact]
    public async Task Right_that_was_taken_away_does_not_come_back_with_the_next_start()
    {
        var moderator = (await RolesAsync()).Single(r => r.Name == Role.Moderator);
        await site.RunAsync<RoleStore>(store => store.SaveAsync(moderator with { Permissions = [] }));

        await site.RunAsync<RoleStore>(store => store.EnsureAsync([(Role.Moderator, Permissions.AccessAdminPanel)]));

        Assert.Empty((await RolesAsync()).Single(r => r.Name == Role.Moderator).Permissions);
    }

    [Fact]
    public async Task Account_of_the_role_without_the_administration_is_told_so()
    {
        await SaveAsync("Reader");
        await site.AddAsync("reader", "Reader");
        using var browser = site.Open();
        using var signedIn = await browser.SignInAsync("reader", UserSite.Password, "/admin");
        using var refused = await browser.GetAsync("/admin");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("Authenticated")]
    [InlineData("Anonymous")]
    [InlineData("Nobody")]
    [InlineData("")]
    public async Task Accounts_can_not_be_given_roles_that_are_none(string role)
    {
        var refused = await Assert.ThrowsAsync<CmsException>(() => site.AddAsync("roleless", role));
        Assert.Equal("role.unknown", refused.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\u202Eb")]
    [InlineData("a\nb")]
    [InlineData("<script>")]
    public async Task Names_that_could_deceive_are_refused(string name)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => site.AddAsync(name, "Editor"));
        Assert.Equal("account.name", Assert.Single(refused.Failures).Key);
    }

    [Fact]
    public async Task Name_can_be_taken_once_whatever_its_case()
    {
        await site.AddAsync("Unique", "Editor");
        var refused = await Assert.ThrowsAsync<CmsException>(() => site.AddAsync("uNIQUE", "Editor"));
        Assert.Equal(("account.taken", 409), (refused.Key, refused.Status));
    }

    private Task SaveAsync(string name, params string[] permissions) => site.RunAsync<RoleStore>(store => store.SaveAsync(new Role(name, "", permissions)));

    private async Task<IReadOnlyList<Role>> RolesAsync()
    {
        IReadOnlyList<Role> roles = [];
        await site.RunAsync<RoleStore>(async store => roles = await store.AllAsync());
        return roles;
    }
}
