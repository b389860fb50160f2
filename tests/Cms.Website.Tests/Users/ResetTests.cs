using System.Net;
using System.Text.RegularExpressions;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Users;

/// <summary>Passwords that were forgotten, on every database.</summary>
public abstract class ResetTests(UserSite site)
{
    [StoreFact]
    public async Task Link_sets_a_new_password_once_ends_the_sign_ins_and_a_letter_tells()
    {
        await site.AddAsync("forgetful", "Editor", email: "forgetful@example.org");
        using var thief = await site.OpenAsAsync("forgetful");
        using var browser = site.Open();
        using var asked = await AskAsync(browser, "Forgetful@example.org");
        var link = await site.LinkAsync("forgetful@example.org");

        using var set = await InvitationTests.SetAsync(browser, link, "quatre pommes et un escargot vert");
        Assert.Equal("/login?done=password-set", set.Headers.Location?.OriginalString);
        Assert.Equal((302, 302), (await thief.StatusAsync("/admin"), await browser.StatusAsync("/admin")));
        Assert.Contains("mot de passe", await site.LetterAsync("forgetful@example.org"), StringComparison.Ordinal);

        using var form = site.Open();
        using var reused = await form.SendAsync("/login", "/login/reset", ("Token", link.Split("token=")[1]), ("New", UserSite.Password), ("Repeat", UserSite.Password));
        Assert.Equal(HttpStatusCode.Gone, reused.StatusCode);
        using var signedIn = await site.OpenAsAsync("forgetful", "quatre pommes et un escargot vert");
    }

    [StoreFact]
    public async Task Answer_is_the_same_whether_there_is_such_an_account_or_not()
    {
        await site.AddAsync("present", "Editor", email: "present@example.org");
        await site.AddAsync("addressless", "Editor");
        using var browser = site.Open();
        using var known = await AskAsync(browser, "present");
        foreach (var who in (string[])["absent", "absent@example.org", "addressless", "", "a\r\nBcc: b@example.org", new string('x', 300)])
        {
            using var unknown = await AskAsync(browser, who);
            Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
            Assert.False(unknown.Headers.Contains("Set-Cookie"));
        }

        Assert.Contains("/login/reset?token=", await site.LetterAsync("present@example.org"), StringComparison.Ordinal);
        Assert.Equal(1, await site.CountAsync($"SELECT COUNT(*) FROM users_link WHERE account_id = '{(await site.AccountAsync("present")).Id}'"));
    }

    [StoreFact]
    public async Task An_hour_ends_the_link_and_brings_three_letters_at_most()
    {
        await site.AddAsync("asker", "Editor", email: "asker@example.org");
        using var browser = site.Open();
        for (var i = 0; i < 5; i++)
        {
            using var asked = await AskAsync(browser, "asker");
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }

        Assert.Equal(3, await site.CountAsync($"SELECT COUNT(*) FROM users_link WHERE account_id = '{(await site.AccountAsync("asker")).Id}'"));
        string[] links = [await site.LinkAsync("asker@example.org"), await site.LinkAsync("asker@example.org"), await site.LinkAsync("asker@example.org")];
        var codes = await Task.WhenAll(links.Select(browser.StatusAsync));
        Assert.Equal([200, 410, 410], codes.Order());
        site.Time.Advance(TimeSpan.FromMinutes(61));
        codes = await Task.WhenAll(links.Select(browser.StatusAsync));
        Assert.Equal([410, 410, 410], codes);
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string who) => browser.SendAsync("/login/forgotten", "/login/forgotten", ("Who", who));
}

public sealed class SqliteResetTests(UserSite site) : ResetTests(site), IClassFixture<UserSite>
{
    private readonly UserSite _site = site;

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../etc/passwd")]
    [InlineData("' OR 1 = 1 --")]
    public async Task Invented_link_opens_nothing(string token)
    {
        using var browser = _site.Open();
        Assert.Equal(410, await browser.StatusAsync("/login/reset?token=" + Uri.EscapeDataString(token)));
        Assert.Equal(410, await browser.StatusAsync("/login/email?token=" + Uri.EscapeDataString(token)));
    }

    [Fact]
    public async Task Link_for_an_address_sets_no_password_and_the_store_knows_no_secret()
    {
        await _site.AddAsync("mover", "Editor", email: "mover@example.org");
        using var browser = await _site.OpenAsAsync("mover");
        using var asked = await browser.SendAsync("/account", "/account/email", ("Email", "mover2@example.org"), ("Password", UserSite.Password));
        var secret = (await _site.LinkAsync("mover2@example.org")).Split("token=")[1];

        Assert.Equal(410, await browser.StatusAsync("/login/reset?token=" + secret));
        Assert.Equal(0, await _site.CountAsync($"SELECT COUNT(*) FROM users_link WHERE hash LIKE '%{secret}%' OR value LIKE '%{secret}%'"));
        Assert.Equal(0, await _site.CountAsync($"SELECT COUNT(*) FROM mail_outbox WHERE letter LIKE '%{secret}%'"));
        Assert.Matches(new Regex("^[A-Za-z0-9_-]{43}$"), secret);
    }

    [Fact]
    public async Task Host_that_a_request_names_is_in_no_letter()
    {
        await _site.AddAsync("poisoned", "Editor", email: "poisoned@example.org");
        using var browser = _site.Open();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        browser.Client.DefaultRequestHeaders.Host = "127.0.0.1";
        using var asked = await browser.SendAsync("/login/forgotten", "/login/forgotten", ("Who", "poisoned"));
        Assert.StartsWith("/login/reset?token=", await _site.LinkAsync("poisoned@example.org"), StringComparison.Ordinal);
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresResetTests(PostgresUserSite site) : ResetTests(site), IClassFixture<PostgresUserSite>;

public sealed class ResetLimitTests(ResetLimitTests.StrictSite site) : IClassFixture<ResetLimitTests.StrictSite>
{
    [Fact]
    public async Task Network_that_asks_for_many_letters_has_to_wait()
    {
        using var browser = site.Open();
        for (var i = 0; i < 2; i++)
        {
            using var asked = await browser.SendAsync("/login/forgotten", "/login/forgotten", ("Who", "who" + i));
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }

        using var refused = await browser.SendAsync("/login/forgotten", "/login/forgotten", ("Who", "who"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.Contains("Retry-After"));
    }

    public sealed class StrictSite : UserSite
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Cms:Users:ResetsPerNetwork", "2")];
    }
}
