using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cms.Users;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Users;

/// <summary>Second factors, on every database.</summary>
public abstract class TwoFactorTests(UserSite site)
{
    [StoreFact]
    public async Task Sign_in_asks_for_the_code_and_takes_each_once()
    {
        var (key, _) = await SetUpAsync(site, "coder");
        site.Time.Advance(TimeSpan.FromSeconds(60));
        var code = Code(site, key);
        using var browser = site.Open();
        using var password = await browser.SignInAsync("coder", UserSite.Password, "/admin/content");
        Assert.Equal("/login/code?ReturnUrl=%2Fadmin%2Fcontent", password.Headers.Location?.OriginalString);
        Assert.Equal(302, await browser.StatusAsync("/admin"));

        using var wrong = await SendCodeAsync(browser, code == "000000" ? "000001" : "000000");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal(302, await browser.StatusAsync("/admin"));
        using var right = await SendCodeAsync(browser, code[..3] + " " + code[3..]);
        Assert.Equal("/admin/content", right.Headers.Location?.OriginalString);
        Assert.Equal(200, await browser.StatusAsync("/admin"));

        using var replayer = site.Open();
        using var second = await replayer.SignInAsync("coder", UserSite.Password);
        using var replayed = await SendCodeAsync(replayer, code);
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Equal(302, await replayer.StatusAsync("/admin"));
    }

    [StoreFact]
    public async Task Recovery_code_signs_in_once_however_it_is_typed()
    {
        var (_, codes) = await SetUpAsync(site, "loser");
        Assert.Equal(10, codes.Distinct().Count());
        for (var i = 0; i < 2; i++)
        {
            using var browser = site.Open();
            using var password = await browser.SignInAsync("loser", UserSite.Password);
            using var answer = await SendCodeAsync(browser, codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
            Assert.Equal(i == 0 ? 200 : 302, await browser.StatusAsync("/admin"));
        }
    }

    [StoreFact]
    public async Task Turning_off_and_new_codes_ask_for_the_password()
    {
        var (_, codes) = await SetUpAsync(site, "changer");
        using var browser = site.Open();
        using var signedIn = await browser.SignInAsync("changer", UserSite.Password);
        using var code = await SendCodeAsync(browser, codes[0]);

        using var refusedCodes = await browser.SendAsync("/account/two-factor", "/account/two-factor/codes", ("Password", "wrong"));
        using var refusedOff = await browser.SendAsync("/account/two-factor", "/account/two-factor/removal", ("Password", ""));
        Assert.Empty(Codes(await refusedCodes.Content.ReadAsStringAsync()));
        var id = (await site.AccountAsync("changer")).Id;
        Assert.Equal(9, await site.CountAsync($"SELECT COUNT(*) FROM users_recovery_code WHERE account_id = '{id}'"));

        using var renewed = await browser.SendAsync("/account/two-factor", "/account/two-factor/codes", ("Password", UserSite.Password));
        var fresh = Codes(await renewed.Content.ReadAsStringAsync());
        Assert.Empty(fresh.Intersect(codes));
        Assert.Equal(10, fresh.Count);
        using var off = await browser.SendAsync("/account/two-factor", "/account/two-factor/removal", ("Password", UserSite.Password));
        Assert.Equal(0, await site.CountAsync($"SELECT COUNT(*) FROM users_factor WHERE account_id = '{id}'"));
        using var plain = await site.OpenAsAsync("changer");
        Assert.Equal(200, await plain.StatusAsync("/admin"));
    }

    /// <summary>Turns the second factor of a new account on by its page.</summary>
    internal static async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(UserSite site, string name, string role = "Editor")
    {
        await site.AddAsync(name, role, email: name + "@example.org");
        using var browser = await site.OpenAsAsync(name);
        using var begun = await browser.SendAsync("/account/two-factor", "/account/two-factor/key");
        var key = await PendingKeyAsync(site, name);
        Assert.Contains(string.Join(' ', Totp.Text(key).Chunk(4).Select(c => new string(c))), await browser.TextAsync("/account/two-factor"), StringComparison.Ordinal);
        using var confirmed = await browser.SendAsync("/account/two-factor", "/account/two-factor/confirmation", ("Code", Code(site, key)), ("Password", UserSite.Password));
        return (key, Codes(await confirmed.Content.ReadAsStringAsync()));
    }

    internal static async Task<byte[]> PendingKeyAsync(UserSite site, string name)
    {
        var id = (await site.AccountAsync(name)).Id;
        byte[]? key = null;
        await site.RunAsync<FactorStore>(async factors => key = (await factors.OfAsync(id, default)).Key);
        return key!;
    }

    internal static string Code(UserSite site, byte[] key) => Totp.Code(key, site.Time.GetUtcNow().ToUnixTimeSeconds() / 30);

    internal static Task<HttpResponseMessage> SendCodeAsync(Browser browser, string code) => browser.SendAsync("/login/code", "/login/code", ("Code", code), ("ReturnUrl", "/admin/content"));

    private static List<string> Codes(string page) => [.. Regex.Matches(page, "<li><code>([a-z0-9-]{27})</code></li>").Select(match => match.Groups[1].Value)];
}

public sealed class SqliteTwoFactorTests(UserSite site) : TwoFactorTests(site), IClassFixture<UserSite>
{
    private readonly UserSite _site = site;

    /// <summary>The last six figures of the values in RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Clock_may_be_one_step_off(int steps, bool counts)
    {
        var (key, now) = (Totp.NewKey(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var step = (now.ToUnixTimeSeconds() / 30) + steps;
        Assert.Equal(counts ? step : null, Totp.Match(key, Totp.Code(key, step), now, 0));
        Assert.Null(Totp.Match(key, Totp.Code(key, step), now, step));
    }

    [Fact]
    public void Key_as_text_is_base_32_of_the_standard() => Assert.Equal("MZXW6YTBMZXW6YTB", Totp.Text(Encoding.ASCII.GetBytes("foobafooba")));

    [Fact]
    public async Task Wrong_codes_are_slowed_down_and_the_right_password_does_not_forget_them()
    {
        await SetUpAsync(_site, "guessed");
        using var browser = _site.Open();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var password = await browser.SignInAsync("guessed", UserSite.Password);
            statuses.Add(password.StatusCode);
            if (password.StatusCode == HttpStatusCode.Redirect)
            {
                using var wrong = await SendCodeAsync(browser, "xxxxxx");
                statuses.Add(wrong.StatusCode);
            }
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.DoesNotContain(statuses.SkipWhile(status => status != HttpStatusCode.TooManyRequests), status => status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Reset_of_the_password_does_not_skip_the_second_factor()
    {
        await SetUpAsync(_site, "skipper");
        _ = await _site.LetterAsync("skipper@example.org");
        using var browser = _site.Open();
        using var asked = await browser.SendAsync("/login/forgotten", "/login/forgotten", ("Who", "skipper"));
        using var set = await InvitationTests.SetAsync(browser, await _site.LinkAsync("skipper@example.org"), "cinq pommes et un escargot rouge");
        using var signedIn = await browser.SignInAsync("skipper", "cinq pommes et un escargot rouge");
        Assert.StartsWith("/login/code", signedIn.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(302, await browser.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Code_page_is_nothing_without_a_password_and_after_ten_minutes()
    {
        await SetUpAsync(_site, "waiter");
        using var browser = _site.Open();
        Assert.Equal(302, await browser.StatusAsync("/login/code"));
        using var password = await browser.SignInAsync("waiter", UserSite.Password);
        Assert.Equal(200, await browser.StatusAsync("/login/code"));
        _site.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(302, await browser.StatusAsync("/login/code"));
    }

    [Fact]
    public async Task Picture_of_the_key_is_an_svg_that_nobody_stores_and_gone_once_confirmed()
    {
        await _site.AddAsync("painter", "Editor");
        using var browser = await _site.OpenAsAsync("painter");
        Assert.Equal(404, await browser.StatusAsync("/account/two-factor/qr"));
        using var begun = await browser.SendAsync("/account/two-factor", "/account/two-factor/key");
        using var picture = await browser.GetAsync("/account/two-factor/qr");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.True(picture.Headers.CacheControl!.NoStore);
        var svg = await picture.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style", svg, StringComparison.OrdinalIgnoreCase);

        var key = await PendingKeyAsync(_site, "painter");
        using var unproved = await browser.SendAsync("/account/two-factor", "/account/two-factor/confirmation", ("Code", "xx"), ("Password", UserSite.Password));
        using var wrong = await browser.SendAsync("/account/two-factor", "/account/two-factor/confirmation", ("Code", Code(_site, key)), ("Password", "wrong"));
        using var other = await _site.OpenAsAsync("painter");
        using var right = await browser.SendAsync("/account/two-factor", "/account/two-factor/confirmation", ("Code", Code(_site, key)), ("Password", UserSite.Password));
        Assert.Equal(404, await browser.StatusAsync("/account/two-factor/qr"));
    }

    [Fact]
    public async Task Administrator_takes_a_lost_factor_away_and_the_owner_is_told()
    {
        await SetUpAsync(_site, "unlucky");
        _ = await _site.LetterAsync("unlucky@example.org");
        await _site.AddAsync("rescuer", "Administrator");
        using var rescuer = await _site.OpenAsAsync("rescuer");
        var page = await _site.PageOfAsync("unlucky");
        using var done = await rescuer.SendAsync(page, page + "/factor");
        Assert.Contains("unlucky", await _site.LetterAsync("unlucky@example.org"), StringComparison.Ordinal);
        using var plain = await _site.OpenAsAsync("unlucky");
        Assert.Equal(200, await plain.StatusAsync("/admin"));
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresTwoFactorTests(PostgresUserSite site) : TwoFactorTests(site), IClassFixture<PostgresUserSite>;

public sealed class RequiredFactorTests(RequiredFactorTests.StrictSite site) : IClassFixture<RequiredFactorTests.StrictSite>
{
    [Fact]
    public async Task Role_that_asks_for_a_second_factor_gives_nothing_before_it_is_there()
    {
        await site.AddAsync("strict", "Administrator");
        await site.AddAsync("free", "Editor");
        using var free = await site.OpenAsAsync("free");
        Assert.Equal(200, await free.StatusAsync("/admin"));

        using var browser = await site.OpenAsAsync("strict");
        using var sent = await browser.GetAsync("/admin/users");
        Assert.Equal("/account/two-factor?ReturnUrl=%2Fadmin%2Fusers", sent.Headers.Location?.OriginalString);
        using var begun = await browser.SendAsync("/account/two-factor", "/account/two-factor/key");
        var key = await TwoFactorTests.PendingKeyAsync(site, "strict");
        using var confirmed = await browser.SendAsync("/account/two-factor", "/account/two-factor/confirmation", ("Code", TwoFactorTests.Code(site, key)), ("Password", UserSite.Password));
        Assert.Equal(200, await browser.StatusAsync("/admin/users"));

        using var off = await browser.SendAsync("/account/two-factor", "/account/two-factor/removal", ("Password", UserSite.Password));
        Assert.Equal(HttpStatusCode.Conflict, off.StatusCode);
    }

    public sealed class StrictSite : UserSite
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Cms:Users:RequireTwoFactor", "Moderator, administrator")];
    }
}
