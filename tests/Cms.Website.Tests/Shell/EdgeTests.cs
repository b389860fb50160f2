using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Web.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cms.Website.Tests.Shell;

/// <summary>What stands before the shell, with a shell behind it that does not behave.</summary>
public sealed class EdgeTests
{
    [Fact]
    public async Task Exception_that_a_shell_lets_through_becomes_a_bare_500_with_the_headers()
    {
        await using var site = await StartAsync(app => app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Response.Headers["X-Half-Done"] = "yes";
            throw new InvalidOperationException("secret cause");
        }));

        using var response = await site.Client.GetAsync("/greeting");

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("Internal Server Error", await response.Content.ReadAsStringAsync());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Half-Done"));
    }

    [Fact]
    public async Task Body_above_one_megabyte_is_refused()
    {
        await using var site = await StartAsync(app => app.Use(async (HttpContext context, RequestDelegate next) => await context.Request.Body.CopyToAsync(Stream.Null)));

        using var fits = await site.Client.PostAsync("/", new ByteArrayContent(new byte[1024 * 1024]));
        using var tooLarge = await site.Client.PostAsync("/", new ByteArrayContent(new byte[(1024 * 1024) + 1]));

        Assert.Equal((200, 413), ((int)fits.StatusCode, (int)tooLarge.StatusCode));
        Assert.True(tooLarge.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Preview_may_be_framed_by_the_websites_own_pages()
    {
        await using var site = await StartAsync(app => app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.AllowFramingByOwnPages();
            return Task.CompletedTask;
        }));

        using var response = await site.Client.GetAsync("/");

        Assert.Contains("frame-ancestors 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_keeps_a_policy_of_its_own()
    {
        await using var site = await StartAsync(app => app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "sandbox";
            return Task.CompletedTask;
        }));

        using var response = await site.Client.GetAsync("/");

        Assert.Equal(["sandbox"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.True(response.Headers.Contains("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("127.0.0.1/32", "203.0.113.9 https", true)]
    [InlineData("10.0.0.0/8", "127.0.0.1 http", false)]
    [InlineData(null, "127.0.0.1 http", false)]
    public async Task Forwarded_headers_and_hsts_need_a_trusted_proxy(string? proxy, string expected, bool hsts)
    {
        await using var site = await StartAsync(app => app.Use((HttpContext context, RequestDelegate next) => context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {context.Request.Scheme}")), proxy);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "www.example.org");

        using var response = await site.Client.SendAsync(request);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(hsts, response.Headers.Contains("Strict-Transport-Security"));
    }

    private static Task<ShellSite> StartAsync(Action<WebApplication> app, string? proxy = null)
    {
        var settings = new WebsiteSettings
        {
            DataPath = Path.GetTempPath(),
            BaseUrl = new Uri("https://www.example.org"),
            AllowedHosts = ["127.0.0.1"],
            TrustedProxies = proxy is null ? [] : [System.Net.IPNetwork.Parse(proxy)],
            TimeZone = TimeZoneInfo.Utc,
            Cultures = new CultureSettings("fr", "en"),
        };
        return ShellSite.StartAsync(
            new ShellSettings(["Sample.Greeting"]),
            builder => builder.AddEdge(settings),
            website =>
            {
                website.UseEdge(settings);
                app(website);
            });
    }
}
