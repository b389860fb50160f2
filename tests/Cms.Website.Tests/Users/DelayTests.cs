using System.Globalization;
using System.Net;
using Cms.Users;

namespace Cms.Website.Tests.Users;

public sealed class DelayTests(UserSite site) : IClassFixture<UserSite>
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(6, 10)]
    [InlineData(10, 160)]
    [InlineData(11, 300)]
    [InlineData(1_000_000, 300)]
    public void Wait_grows_to_five_minutes(long failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), SignInDelay.After(failures));

    [Theory]
    [InlineData("slow")]
    [InlineData("nobody")]
    public async Task Sixth_attempt_has_to_wait_whether_the_name_is_known_or_not(string name)
    {
        if (name == "slow")
        {
            await site.AddAsync(name, "Editor");
        }

        using var browser = site.Open();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync(name, "wrong");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var refused = await browser.SignInAsync(name, UserSite.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 5);
    }

    [Fact]
    public async Task After_the_wait_the_right_password_counts_and_the_failures_are_forgotten()
    {
        await site.AddAsync("patient", "Editor");
        using var browser = site.Open();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync("patient", "wrong");
        }

        site.Time.Advance(TimeSpan.FromSeconds(6));
        using var right = await browser.SignInAsync("patient", UserSite.Password);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        using var other = site.Open();
        using var again = await other.SignInAsync("patient", "wrong");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_do_not_slip_through()
    {
        await site.AddAsync("stormed", "Editor");
        var browsers = Enumerable.Range(0, 12).Select(_ => site.Open()).ToList();

        var answers = await Task.WhenAll(browsers.Select(b => b.SignInAsync("stormed", "wrong")));

        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        browsers.ForEach(b => b.Dispose());
    }
}

public sealed class NetworkLimitTests(NetworkLimitTests.StrictSite site) : IClassFixture<NetworkLimitTests.StrictSite>
{
    [Theory]
    [InlineData("192.0.2.17", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.17", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData(null, "unknown")]
    public void Network_is_what_one_subscriber_holds(string? address, string network) =>
        Assert.Equal(network, ClientNetwork.Of(address is null ? null : IPAddress.Parse(address)));

    [Fact]
    public async Task Network_that_tries_many_names_has_to_wait_and_successes_do_not_count()
    {
        await site.AddAsync("regular", "Editor");
        for (var i = 0; i < 4; i++)
        {
            using var signedIn = await site.OpenAsAsync("regular");
        }

        using var browser = site.Open();
        for (var i = 0; i < 3; i++)
        {
            using var wrong = await browser.SignInAsync($"name{i}", "wrong");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var refused = await browser.SignInAsync("regular", UserSite.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        site.Time.Advance(TimeSpan.FromMinutes(5));
        using var allowed = await browser.SignInAsync("regular", UserSite.Password);
        Assert.Equal(HttpStatusCode.Redirect, allowed.StatusCode);
    }

    public sealed class StrictSite : UserSite
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Cms:Users:FailuresPerNetwork", "3")];
    }
}
