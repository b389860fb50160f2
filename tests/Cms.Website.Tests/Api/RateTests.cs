using System.Net;

namespace Cms.Website.Tests.Api;

[Collection(SeededWebsiteTests.Name)]
public sealed class RateTests(SeededWebsite website)
{
    [Fact]
    public async Task Writing_has_a_limit_per_address_that_says_when_to_go_on()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => FromAsync("198.51.100.7", HttpMethod.Post, "/api/content")));

        var refused = Assert.Single(answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).Take(1));
        await SeededWebsite.ProblemAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        using var other = await FromAsync("198.51.100.8", HttpMethod.Post, "/api/content");
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
    }

    [Fact]
    public async Task One_IPv6_site_is_one_caller()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(n => FromAsync($"2001:db8:1:2::{n:x}", HttpMethod.Post, "/api/content")));

        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("198.51.100.9", "/api/content?pageSize=1")]
    [InlineData("127.0.0.1", "/api/search?q=a")]
    public async Task Reading_and_the_machine_itself_have_none(string address, string path)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => FromAsync(address, HttpMethod.Get, path)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private async Task<HttpResponseMessage> FromAsync(string address, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(SeededWebsite.AddressHeader, address);
        return await website.Client.SendAsync(request);
    }
}
