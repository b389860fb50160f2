using System.Net;

namespace Cms.Website.Tests.Users;

public sealed class SignInTests(UserSite site) : IClassFixture<UserSite>
{
    private static readonly TimeSpan _nearlyIdle = TimeSpan.FromMinutes(50);

    [Fact]
    public async Task Administration_sends_visitors_to_the_sign_in_page_and_back()
    {
        await site.AddAsync("back", "Editor");
        using var browser = site.Open();

        using var refused = await browser.GetAsync("/admin/content?type=Page");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal("/login?ReturnUrl=%2Fadmin%2Fcontent%3Ftype%3DPage", refused.Headers.Location!.OriginalString);

        using var signedIn = await browser.SignInAsync("back", UserSite.Password, "/admin/content?type=Page");
        Assert.Equal("/admin/content?type=Page", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(200, await browser.StatusAsync("/admin"));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/ADMIN/content")]
    [InlineData("/admin/nothing/here")]
    [InlineData("/account/tokens")]
    public async Task Nothing_of_the_back_office_answers_to_visitors(string address)
    {
        using var browser = site.Open();
        using var response = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/login?ReturnUrl=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Unknown_name_gets_the_answer_of_a_wrong_password()
    {
        await site.AddAsync("known", "Editor");
        using var browser = site.Open();

        using var wrong = await browser.SignInAsync("known", "not the password at all");
        using var unknown = await browser.SignInAsync("knowm", "not the password at all");

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await PlainAsync(wrong, "known"), await PlainAsync(unknown, "knowm"));
        Assert.False(unknown.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Name_is_found_in_any_case()
    {
        await site.AddAsync("Hélène", "Editor");
        using var browser = await site.OpenAsAsync("hélène");
        Assert.Equal(200, await browser.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        await site.AddAsync("forged", "Editor");
        using var visitor = site.Open();
        using var login = await visitor.PostAsync("/login", ("Name", "forged"), ("Password", UserSite.Password));
        Assert.Equal(HttpStatusCode.BadRequest, login.StatusCode);

        using var browser = await site.OpenAsAsync("forged");
        foreach (var address in (string[])["/logout", "/account/password", "/account/tokens", "/admin/content/x/removal", "/admin/features/x/activation"])
        {
            using var response = await browser.PostAsync(address);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Equal(200, await browser.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        await site.AddAsync("leaver", "Editor");
        using var browser = site.Open();
        using var signedIn = await browser.SignInAsync("leaver", UserSite.Password);
        using var thief = site.Open();
        thief.Client.DefaultRequestHeaders.Add("Cookie", SessionCookie(signedIn));
        Assert.Equal(200, await thief.StatusAsync("/admin"));

        using var page = await browser.GetAsync("/logout");
        Assert.Equal(200, await browser.StatusAsync("/admin"));
        using var signedOut = await browser.SendAsync("/logout", "/logout");

        Assert.Equal(302, await browser.StatusAsync("/admin"));
        Assert.Equal(302, await thief.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Every_sign_in_is_a_new_session()
    {
        await site.AddAsync("twice", "Editor");
        using var browser = site.Open();
        using var first = await browser.SignInAsync("twice", UserSite.Password);
        using var other = site.Open();
        using var second = await other.SignInAsync("twice", UserSite.Password);
        Assert.NotEqual(SessionCookie(first), SessionCookie(second));

        using var signedOut = await browser.SendAsync("/logout", "/logout");
        Assert.Equal(200, await other.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Sign_in_ends_after_an_hour_without_use_and_after_twelve_with()
    {
        await site.AddAsync("idle", "Editor");
        using var idle = await site.OpenAsAsync("idle");
        using var busy = await site.OpenAsAsync("idle");

        for (var i = 0; i < 14; i++)
        {
            site.Time.Advance(_nearlyIdle);
            Assert.Equal(200, await busy.StatusAsync("/admin"));
        }

        Assert.Equal(302, await idle.StatusAsync("/admin"));
        site.Time.Advance(_nearlyIdle);
        Assert.Equal(302, await busy.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Session_cookie_is_kept_from_scripts_and_other_sites()
    {
        await site.AddAsync("flags", "Editor");
        using var browser = site.Open();
        using var response = await browser.SignInAsync("flags", UserSite.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("/login?ReturnUrl=/login")]
    [InlineData("")]
    public async Task Return_address_is_one_of_this_website(string wanted)
    {
        var name = "way" + Guid.NewGuid().ToString("N")[..8];
        await site.AddAsync(name, "Editor");
        using var browser = site.Open();

        using var response = await browser.SignInAsync(name, UserSite.Password, wanted);

        Assert.Equal("/admin", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Language_is_the_browsers_until_a_link_chooses()
    {
        using var browser = site.Open();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, fr;q=0.5");
        Assert.Contains("<html lang=\"en\"", await browser.TextAsync("/login"), StringComparison.Ordinal);

        var french = await browser.TextAsync("/login?culture=fr");
        Assert.Contains("<html lang=\"fr\"", french, StringComparison.Ordinal);
        Assert.Contains("Mot de passe", french, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"en\"", french, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", await browser.TextAsync("/login"), StringComparison.Ordinal);
    }

    private static string SessionCookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<string> PlainAsync(HttpResponseMessage response, string name)
    {
        var text = await response.Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Replace(text.Replace(name, "", StringComparison.Ordinal), "value=\"[^\"]{40,}\"", "");
    }
}
