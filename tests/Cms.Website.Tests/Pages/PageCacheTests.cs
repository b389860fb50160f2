using System.Net;
using Cms.Display.Routing;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>Which pages are kept, and for whom.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class PageCacheTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr")]
    [InlineData("/en/agenda-21")]
    [InlineData("/en/agenda-21/5-2-2")]
    [InlineData("/fr/agenda-21?theme=participation")]
    public async Task Page_is_made_once(string path) => Assert.NotEmpty(await website.KeptAsync(path));

    [Fact]
    public async Task Made_up_query_keys_ask_for_the_same_page()
    {
        var page = await website.KeptAsync("/fr/agenda-21/5-1-1");

        using var answer = await website.VisitAsync("/fr/agenda-21/5-1-1?utm_source=x&id=1");

        Assert.True(answer.WasKept());
        Assert.Equal(page, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Known_query_keys_ask_for_pages_of_their_own()
    {
        var all = await website.KeptAsync("/en/agenda-21");
        var some = await website.KeptAsync("/en/agenda-21?theme=digital");

        Assert.NotEqual(all, some);
        Assert.Contains("5.2.2", all, StringComparison.Ordinal);
        Assert.DoesNotContain("5.2.2", some, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cookie", "session=1")]
    [InlineData("Authorization", "Bearer x")]
    public async Task Request_with_credentials_is_neither_answered_from_the_cache_nor_kept(string name, string value)
    {
        await website.KeptAsync("/fr/agenda-21/5-1-2");
        using var own = await website.VisitAsync("/fr/agenda-21/5-1-2", (name, value));
        Assert.False(own.WasKept());

        // A page that nobody else asks for: kept once, it would answer the second request.
        for (var time = 0; time < 2; time++)
        {
            using var answer = await website.VisitAsync($"/en/agenda-21?publisher=64&theme={(name == "Cookie" ? "education" : "cooperation")}", (name, value));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.WasKept());
        }

        using var stranger = await website.VisitAsync($"/en/agenda-21?publisher=64&theme={(name == "Cookie" ? "education" : "cooperation")}");
        Assert.False(stranger.WasKept());
    }

    [Fact]
    public async Task Choice_of_a_language_is_no_credential()
    {
        await website.KeptAsync("/fr/agenda-21/5-2-1");

        using var answer = await website.VisitAsync("/fr/agenda-21/5-2-1", ("Cookie", $"{RequestCultures.Cookie}=en"));

        Assert.True(answer.WasKept());
        Assert.Contains("lang=\"fr\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/nulle-part", HttpStatusCode.NotFound)]
    [InlineData("/fr/agenda-21?page=501", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?theme=no-such-theme", HttpStatusCode.NotFound)]
    public async Task Refusal_is_not_kept(string path, HttpStatusCode status)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await website.VisitAsync(path);
            Assert.Equal(status, answer.StatusCode);
            Assert.False(answer.WasKept());
        }
    }

    [Fact]
    public async Task Website_without_an_address_leads_to_the_language_of_each_reader()
    {
        using var french = await website.VisitAsync("/", ("Accept-Language", "fr"));
        using var english = await website.VisitAsync("/", ("Accept-Language", "en"));
        using var chosen = await website.VisitAsync("/", ("Accept-Language", "fr"), ("Cookie", $"{RequestCultures.Cookie}=en"));

        Assert.Equal(["/fr", "/en", "/en"], new[] { french, english, chosen }.Select(answer => answer.Headers.Location?.ToString()));
    }
}
