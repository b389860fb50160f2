using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cms.Website.Tests.Users;

public sealed class TokenTests(UserSite site) : IClassFixture<UserSite>
{
    // No address of the API itself is needed: what passes the door is told from what does not by its status.
    private const string Unserved = "/api/nothing-here";

    [Fact]
    public async Task Token_opens_the_api_until_it_is_revoked()
    {
        await site.AddAsync("scripter", "Editor");
        using var browser = await site.OpenAsAsync("scripter");
        var token = await MakeAsync(browser, "import", "30");
        Assert.StartsWith("cms_", token, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await browser.TextAsync("/account/tokens"), StringComparison.Ordinal);

        using (var passed = await AskAsync(token))
        {
            Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
            Assert.True(passed.Headers.CacheControl!.NoStore);
        }

        var id = Regex.Match(await browser.Client.GetStringAsync("/account/tokens"), "name=\"id\" value=\"([^\"]+)\"").Groups[1].Value;
        using var revoked = await browser.SendAsync("/account/tokens", "/account/tokens/revoke", ("id", id));
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        using var refused = await AskAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Token_ends_with_its_time()
    {
        await site.AddAsync("temporary", "Editor");
        using var browser = await site.OpenAsAsync("temporary");
        var token = await MakeAsync(browser, "short", "1");

        site.Time.Advance(TimeSpan.FromHours(25));

        using var refused = await AskAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("Bearer cms_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer cms_' OR 1=1 --")]
    public async Task Bad_credentials_get_a_problem_even_where_visitors_are_served(string header)
    {
        using var browser = site.Open();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var refused = await browser.GetAsync(Unserved);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(401, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Token_is_worth_nothing_outside_the_api()
    {
        await site.AddAsync("outsider", "Administrator");
        using var browser = await site.OpenAsAsync("outsider");
        var token = await MakeAsync(browser, "admin", "30");
        using var script = site.Open();
        script.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(302, await script.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        await site.AddAsync("owner", "Editor");
        await site.AddAsync("stranger", "Editor");
        using var owner = await site.OpenAsAsync("owner");
        var token = await MakeAsync(owner, "mine", "30");
        var id = Regex.Match(await owner.Client.GetStringAsync("/account/tokens"), "name=\"id\" value=\"([^\"]+)\"").Groups[1].Value;
        using var stranger = await site.OpenAsAsync("stranger");

        using var refused = await stranger.SendAsync("/account/tokens", "/account/tokens/revoke", ("id", id));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var passed = await AskAsync(token);
        Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
    }

    [Theory]
    [InlineData("", "30")]
    [InlineData("name", "0")]
    [InlineData("name", "-1")]
    [InlineData("name", "100000")]
    [InlineData("name", "soon")]
    public async Task Token_needs_a_name_and_an_end(string name, string days)
    {
        var account = "maker" + Guid.NewGuid().ToString("N")[..8];
        await site.AddAsync(account, "Editor");
        using var browser = await site.OpenAsAsync(account);

        using var refused = await browser.SendAsync("/account/tokens", "/account/tokens", ("Name", name), ("Days", days));

        var text = await refused.Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cms_", text, StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(Browser browser, string name, string days)
    {
        using var made = await browser.SendAsync("/account/tokens", "/account/tokens", ("Name", name), ("Days", days));
        return Regex.Match(await made.Content.ReadAsStringAsync(), "<code>(cms_[^<]+)</code>").Groups[1].Value;
    }

    private async Task<HttpResponseMessage> AskAsync(string token)
    {
        using var script = site.Open();
        script.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await script.GetAsync(Unserved);
    }
}
