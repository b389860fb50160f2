using System.Net;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Users;

/// <summary>How people get an account by a letter, on every database.</summary>
public abstract class InvitationTests(UserSite site)
{
    [StoreFact]
    public async Task Invited_person_sets_a_password_by_the_link_once_and_signs_in()
    {
        await site.AddAsync("host", "Administrator");
        using var host = await site.OpenAsAsync("host");
        using var invited = await InviteAsync(host, "guest", "guest@example.org", ("Culture", "en"));
        Assert.Equal("/admin/users?done=invited", invited.Headers.Location?.OriginalString);

        var letter = await site.LetterAsync("guest@example.org");
        Assert.Contains("An account with the name guest was made for you", letter, StringComparison.Ordinal);
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(letter, @"http\S+").Value).PathAndQuery;
        using var guest = site.Open();
        Assert.Contains("guest", await guest.TextAsync(link), StringComparison.Ordinal);
        using var weak = await SetAsync(guest, link, "court");
        Assert.Equal(HttpStatusCode.OK, weak.StatusCode);
        using var set = await SetAsync(guest, link, UserSite.Password);
        Assert.Equal("/login?done=password-set", set.Headers.Location?.OriginalString);
        Assert.Equal(302, await guest.StatusAsync("/admin"));

        using var again = await guest.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var signedIn = await site.OpenAsAsync("guest");
        Assert.Equal(200, await signedIn.StatusAsync("/admin"));
        Assert.Equal(1, await site.CountAsync($"SELECT COUNT(*) FROM audit WHERE verb = 'invite' AND subject = '{(await site.AccountAsync("guest")).Id}'"));
    }

    [StoreFact]
    public async Task Second_invitation_ends_the_first_link_and_a_week_ends_the_second()
    {
        await site.AddAsync("host2", "Administrator");
        using var host = await site.OpenAsAsync("host2");
        using var invited = await InviteAsync(host, "late", "late@example.org");
        var first = await site.LinkAsync("late@example.org");
        var page = await site.PageOfAsync("late");
        using var again = await host.SendAsync(page, page + "/invitation");
        var second = await site.LinkAsync("late@example.org");

        using var guest = site.Open();
        Assert.Equal((410, 200), (await guest.StatusAsync(first), await guest.StatusAsync(second)));
        site.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        Assert.Equal(410, await guest.StatusAsync(second));
    }

    [StoreFact]
    public async Task List_finds_accounts_by_name_role_and_state()
    {
        await site.AddAsync("finder", "Administrator");
        await site.AddAsync("needle_1", "Translator");
        using var finder = await site.OpenAsAsync("finder");
        using var invited = await InviteAsync(finder, "needle-2", "needle@example.org");

        Assert.Equal((true, true), Shown(await finder.TextAsync("/admin/users?q=NEEDLE")));
        Assert.Equal((true, false), Shown(await finder.TextAsync("/admin/users?q=needle_")));
        Assert.Equal((true, false), Shown(await finder.TextAsync("/admin/users?role=Translator")));
        Assert.Equal((false, true), Shown(await finder.TextAsync("/admin/users?state=Invited")));
        Assert.Equal((false, true), Shown(await finder.TextAsync("/admin/users?q=needle%40example")));
        Assert.Equal((false, false), Shown(await finder.TextAsync("/admin/users?q=%25")));
        Assert.Equal(400, await finder.StatusAsync("/admin/users?p=0"));
        Assert.Equal(400, await finder.StatusAsync("/admin/users?state=Nothing"));
    }

    [StoreFact]
    public async Task Scope_of_an_invitation_is_the_scope_of_the_rights()
    {
        await site.AddAsync("scoper", "Administrator");
        using var scoper = await site.OpenAsAsync("scoper");
        using var invited = await InviteAsync(scoper, "scoped", "scoped@example.org", ("Publisher", "set-a"), ("Publisher", "set-b"), ("Language", "fr"));

        var account = await site.AccountAsync("scoped");
        Assert.Equal(["set-a", "set-b"], account.Scope.Publishers!.Order());
        Assert.Equal(["fr"], account.Scope.Cultures!);
        var page = await site.PageOfAsync("scoped");
        using var widened = await scoper.SendAsync(page, page + "/scope", ("Language", "en"));
        Assert.Null((await site.AccountAsync("scoped")).Scope.Publishers);
        using var wrong = await scoper.SendAsync(page, page + "/scope", ("Publisher", "two words"));
        using var unknown = await scoper.SendAsync(page, page + "/scope", ("Language", "xx"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, unknown.StatusCode));
    }

    private static (bool First, bool Second) Shown(string page) => (page.Contains(">needle_1<", StringComparison.Ordinal), page.Contains(">needle-2<", StringComparison.Ordinal));

    internal static Task<HttpResponseMessage> InviteAsync(Browser browser, string name, string email, params (string Name, string Value)[] more) =>
        browser.SendAsync("/admin/users/new", "/admin/users/new", [("Way", "letter"), ("Name", name), ("Email", email), ("Role", "Editor"), .. more]);

    internal static Task<HttpResponseMessage> SetAsync(Browser browser, string link, string password) =>
        browser.SendAsync(link, "/login/reset", ("Token", link.Split("token=")[1]), ("New", password), ("Repeat", password));
}

public sealed class SqliteInvitationTests(UserSite site) : InvitationTests(site), IClassFixture<UserSite>
{
    private readonly UserSite _site = site;

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org%0aBcc:b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a@-example.org")]
    [InlineData("a@exam ple.org")]
    [InlineData("é@example.org")]
    public async Task Address_that_is_not_one_plain_address_is_refused_and_nothing_is_made(string email)
    {
        var name = "inject" + Guid.NewGuid().ToString("N")[..8];
        await _site.AddAsync("i" + name, "Administrator");
        using var browser = await _site.OpenAsAsync("i" + name);
        using var refused = await InviteAsync(browser, name, email);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("id=\"email-error\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await _site.AccountAsync(name));
    }

    [Fact]
    public async Task Address_and_name_of_another_account_are_taken()
    {
        await _site.AddAsync("taker", "Administrator", email: "taker@example.org");
        using var browser = await _site.OpenAsAsync("taker");
        using var address = await InviteAsync(browser, "other", "TAKER@example.org");
        using var name = await InviteAsync(browser, "Taker", "other@example.org");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (address.StatusCode, name.StatusCode));
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresInvitationTests(PostgresUserSite site) : InvitationTests(site), IClassFixture<PostgresUserSite>;
