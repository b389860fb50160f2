using System.Net;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.Pages;

/// <summary>Addresses and forms that make no sense: answered with a page of the website that says so, never with a fault.</summary>
public abstract class BadInputTests(SeededWebsite website)
{
    [StoreTheory]
    [InlineData("/de", HttpStatusCode.NotFound)]
    [InlineData("/zz/agenda-21/5-2-2", HttpStatusCode.NotFound)]
    [InlineData("/FR-fr/agenda-21", HttpStatusCode.NotFound)]
    [InlineData("/fr/nothing/of/this/name", HttpStatusCode.NotFound)]
    [InlineData("/fr/%ff%fe", HttpStatusCode.NotFound)]
    [InlineData("/fr/%F0%9F%98%80", HttpStatusCode.NotFound)]
    [InlineData("/fr/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("/fr/'%20OR%201=1--", HttpStatusCode.NotFound)]
    [InlineData("/fr/%00", HttpStatusCode.BadRequest)]
    [InlineData("/media/%2e%2e/cms.db", HttpStatusCode.NotFound)]
    [InlineData("/fr/agenda-21?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?page=-1", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?page=501", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?page=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?page=one", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda-21?page=500", HttpStatusCode.NotFound)]
    [InlineData("/fr/agenda-21?theme=a&theme=b", HttpStatusCode.BadRequest)]
    [InlineData("/api/content/%ff", HttpStatusCode.NotFound)]
    [InlineData("/api/content?type=%00", HttpStatusCode.BadRequest)]
    public async Task Address_that_makes_no_sense_has_its_answer(string path, HttpStatusCode status)
    {
        using var answer = await website.VisitAsync(path);

        Assert.Equal(status, answer.StatusCode);
        await AssertIsNoFaultAsync(answer);
    }

    [StoreTheory]
    [InlineData("/fr/agenda-21?theme=%00")]
    [InlineData("/fr/agenda-21?publisher=%00")]
    [InlineData("/fr/agenda-21?theme=%ff%fe")]
    [InlineData("/fr/agenda?year=%00&month=%00")]
    [InlineData("/fr/agenda-21?unknown=%00&=&&%&a=b=c")]
    [InlineData("/fr/recherche?q=a&theme=%00&type=%00&publisher=%00")]
    [InlineData("/api/search?culture=fr&q=a&theme=%00&publisher=%00")]
    [InlineData("/admin/content/nothing%20like%20an%20id")]
    [InlineData("/admin/content?type=%00")]
    [InlineData("/admin/content?language=%00")]
    [InlineData("/login?ReturnUrl=%00")]
    [InlineData("/?culture=%00")]
    public async Task Odd_values_are_no_fault(string path)
    {
        using var answer = await website.SendAsync(HttpMethod.Get, path, "admin");

        await AssertIsNoFaultAsync(answer);
    }

    [StoreTheory]
    [InlineData(10_000, 1)]
    [InlineData(3, 1_500)]
    public async Task Overlong_query_is_no_fault(int length, int keys)
    {
        using var answer = await website.VisitAsync("/fr/agenda-21?" + string.Join('&', Enumerable.Range(0, keys).Select(key => $"{key}={new string('a', length)}")));

        await AssertIsNoFaultAsync(answer);
    }

    [StoreTheory]
    [InlineData("\0", "x")]
    [InlineData("admin\0", "a long pass phrase for tests")]
    [InlineData("admin", "\0")]
    public async Task Name_or_password_with_a_character_of_no_text_is_a_wrong_one(string name, string password)
    {
        using var browser = new Browser(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = website.Client.BaseAddress });
        using var answer = await browser.SignInAsync(name, password);

        await AssertIsNoFaultAsync(answer);
        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task AssertIsNoFaultAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {text}");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteBadInputTests(SeededWebsite website) : BadInputTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresBadInputTests(PostgresWebsite website) : BadInputTests(website), IClassFixture<PostgresWebsite>;
