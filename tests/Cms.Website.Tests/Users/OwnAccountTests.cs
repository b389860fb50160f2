using System.Net;

namespace Cms.Website.Tests.Users;

public sealed class OwnAccountTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task New_address_counts_once_its_owner_confirmed_it_and_the_old_one_is_told()
    {
        await site.AddAsync("moving", "Editor", email: "old@example.org");
        using var browser = await site.OpenAsAsync("moving");
        using var wrong = await browser.SendAsync("/account", "/account/email", ("Email", "new@example.org"), ("Password", "wrong"));
        Assert.Contains("id=\"password-error\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var bad = await browser.SendAsync("/account", "/account/email", ("Email", "new@example.org\r\nBcc: x@example.org"), ("Password", UserSite.Password));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        using var asked = await browser.SendAsync("/account", "/account/email", ("Email", "new@example.org"), ("Password", UserSite.Password));
        var link = await site.LinkAsync("new@example.org");

        using var reader = site.Open();
        Assert.Equal(200, await reader.StatusAsync(link));
        Assert.Equal("old@example.org", (await site.AccountAsync("moving")).Email);
        using var confirmed = await reader.SendAsync(link, "/login/email", ("Token", link.Split("token=")[1]));
        Assert.Equal("/login/email?done=confirmed", confirmed.Headers.Location?.OriginalString);
        Assert.Equal("new@example.org", (await site.AccountAsync("moving")).Email);
        Assert.Contains("moving", await site.LetterAsync("old@example.org"), StringComparison.Ordinal);
        Assert.Equal(410, await reader.StatusAsync(link));
    }

    [Fact]
    public async Task Address_of_another_account_is_found_taken_by_its_reader_only()
    {
        await site.AddAsync("first", "Editor", email: "first@example.org");
        await site.AddAsync("second", "Editor", email: "second@example.org");
        using var browser = await site.OpenAsAsync("second");
        using var asked = await browser.SendAsync("/account", "/account/email", ("Email", "First@example.org"), ("Password", UserSite.Password));
        Assert.Equal("/account?done=sent", asked.Headers.Location?.OriginalString);
        var link = await site.LinkAsync("First@example.org");
        using var refused = await browser.SendAsync(link, "/login/email", ("Token", link.Split("token=")[1]));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("second@example.org", (await site.AccountAsync("second")).Email);
    }

    [Fact]
    public async Task Language_of_the_administration_follows_the_account_to_every_browser()
    {
        await site.AddAsync("bilingual", "Editor");
        using var browser = await site.OpenAsAsync("bilingual");
        using var chosen = await browser.SendAsync("/account", "/account/language", ("Culture", "en"));
        Assert.Contains("<html lang=\"en\"", await browser.TextAsync("/account"), StringComparison.Ordinal);
        using var other = await site.OpenAsAsync("bilingual");
        Assert.Contains("<html lang=\"en\"", await other.TextAsync("/admin"), StringComparison.Ordinal);

        using var unknown = await browser.SendAsync("/account", "/account/language", ("Culture", "xx"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var cleared = await browser.SendAsync("/account", "/account/language", ("Culture", ""));
        Assert.Contains("<html lang=\"fr\"", await browser.TextAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_are_listed_and_ended_one_by_one_or_all_but_this()
    {
        await site.AddAsync("nomad", "Editor");
        await site.AddAsync("stranger", "Editor");
        using var first = site.Open();
        first.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var signedIn = await first.SignInAsync("nomad", UserSite.Password);
        using var second = await site.OpenAsAsync("nomad");
        using var third = await site.OpenAsAsync("nomad");
        using var stranger = await site.OpenAsAsync("stranger");

        var page = await second.TextAsync("/account/sessions");
        Assert.Contains(">Firefox<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"id\"", await stranger.TextAsync("/account/sessions"), StringComparison.Ordinal);
        var id = System.Text.RegularExpressions.Regex.Matches(page, "name=\"id\" value=\"([^\"]+)\"")[^1].Groups[1].Value;
        using var foreign = await stranger.SendAsync("/account/sessions", "/account/sessions/end", ("id", id));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var one = await second.SendAsync("/account/sessions", "/account/sessions/end", ("id", id));
        Assert.Equal((302, 200, 200), (await first.StatusAsync("/admin"), await second.StatusAsync("/admin"), await third.StatusAsync("/admin")));
        using var others = await second.SendAsync("/account/sessions", "/account/sessions/others");
        Assert.Equal((200, 302), (await second.StatusAsync("/admin"), await third.StatusAsync("/admin")));
        Assert.Equal(200, await stranger.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Changing_the_password_is_told_by_a_letter_and_found_by_password_managers()
    {
        await site.AddAsync("careful", "Editor", email: "careful@example.org");
        using var browser = await site.OpenAsAsync("careful");
        using var known = await browser.GetAsync("/.well-known/change-password");
        Assert.Equal("/account/password", known.Headers.Location?.OriginalString);
        using var changed = await browser.SendAsync(
            "/account/password", "/account/password", ("Current", UserSite.Password), ("New", "six pommes et un escargot jaune"), ("Repeat", "six pommes et un escargot jaune"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("careful", await site.LetterAsync("careful@example.org"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/two-factor")]
    [InlineData("/account/two-factor/qr")]
    [InlineData("/account/sessions")]
    [InlineData("/admin/roles")]
    [InlineData("/admin/users/new")]
    public async Task Pages_of_accounts_are_not_for_visitors(string address)
    {
        using var browser = site.Open();
        using var response = await browser.GetAsync(address);
        Assert.StartsWith("/login?ReturnUrl=", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/login/forgotten")]
    [InlineData("/login/reset")]
    [InlineData("/login/email")]
    [InlineData("/login/code")]
    [InlineData("/account/language")]
    [InlineData("/account/email")]
    [InlineData("/account/sessions/others")]
    [InlineData("/account/two-factor/removal")]
    [InlineData("/admin/users/new")]
    [InlineData("/admin/roles")]
    public async Task Form_without_its_token_is_refused(string address)
    {
        var name = "forged" + Guid.NewGuid().ToString("N")[..8];
        await site.AddAsync(name, "Administrator");
        using var browser = await site.OpenAsAsync(name);
        using var response = await browser.PostAsync(address, ("Password", UserSite.Password));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
