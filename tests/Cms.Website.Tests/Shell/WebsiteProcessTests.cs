namespace Cms.Website.Tests.Shell;

/// <summary>The program from outside.</summary>
public sealed class WebsiteProcessTests
{
    [Theory]
    [InlineData("Cms:TimeZone", "Mars/Olympus")]
    [InlineData("Cms:Cultures", "fr, klingon")]
    [InlineData("Cms:BaseUrl", "not an address")]
    [InlineData("Cms:BaseUrl", "http://www.example.org")]
    [InlineData("Cms:BaseUrl", "https://www.example.org/path")]
    [InlineData("Cms:DataPath", "/dev/null/data")]
    [InlineData("Cms:TrustedProxies", "10.0.0.1, proxy")]
    [InlineData("Urls", "somewhere")]
    public async Task Wrong_setting_ends_the_start_with_one_line_and_code_2(string key, string value)
    {
        var (code, _, error) = await RunningWebsite.RunAsync($"--{key}={value}");

        Assert.Equal(2, code);
        Assert.StartsWith($"{key} = \"", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Help_lists_the_verbs_and_an_unknown_verb_fails()
    {
        var (code, output, _) = await RunningWebsite.RunAsync("help");
        Assert.Equal(0, code);
        Assert.Contains("help lists the verbs", output, StringComparison.Ordinal);

        (code, output, var error) = await RunningWebsite.RunAsync("make", "coffee");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("\"make coffee\" is not a verb", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_has_the_security_headers()
    {
        using var website = await RunningWebsite.StartAsync();

        foreach (var (path, host, status) in new[] { ("/", null, 404), ("/nowhere", null, 404), ("/health/live", null, 200), ("/", "evil.example", 400), ("/fr", "evil.example", 400), ("/", "localhost", 404) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var response = await website.Client.SendAsync(request);

            Assert.Equal((path, host, status), (path, host, (int)response.StatusCode));
            Assert.Equal(
                ["default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; img-src 'self' data:"],
                response.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
            Assert.True(response.Headers.Contains("Permissions-Policy"));
            Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Opener-Policy"));
            Assert.False(response.Headers.Contains("Server"));
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Second_website_on_the_same_address_is_refused()
    {
        using var website = await RunningWebsite.StartAsync();

        var (code, _, error) = await RunningWebsite.RunAsync($"--Urls={website.Client.BaseAddress}");

        Assert.Equal(2, code);
        Assert.Contains("another program listens on this address", error, StringComparison.Ordinal);
    }
}
