using System.Globalization;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.Pages;

/// <summary>What is over, and which day is today, changes at midnight in the website's time zone: no kept page tells of the day before.</summary>
public sealed class MidnightTests
{
    private readonly SetTime _time = new();

    [Theory]
    [InlineData("2026-11-26T22:50:00Z", 10)]
    [InlineData("2026-11-26T23:10:00Z", 60)]
    [InlineData("2026-11-26T12:00:00Z", 60)]
    // Summer time, and the nights on which it begins and ends.
    [InlineData("2026-06-30T21:59:00Z", 1)]
    [InlineData("2026-03-29T21:30:00Z", 30)]
    [InlineData("2026-10-25T22:15:00Z", 45)]
    public async Task Page_is_kept_for_an_hour_and_no_longer_than_its_day(string now, int minutes)
    {
        _time.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

        var context = await MadeAsync(TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromMinutes(minutes), context.ResponseExpirationTimeSpan);
        Assert.True(context.AllowCacheStorage);
    }

    [Fact]
    public async Task Page_that_was_begun_yesterday_is_not_kept()
    {
        _time.Now = new DateTimeOffset(2026, 11, 26, 22, 59, 59, TimeSpan.Zero);

        Assert.False((await MadeAsync(TimeSpan.FromSeconds(2))).AllowCacheStorage);
    }

    /// <summary>The policy before and after a page was made.</summary>
    private async Task<OutputCacheContext> MadeAsync(TimeSpan making)
    {
        var services = new ServiceCollection().AddLogging().AddOutputCache().AddSingleton(new PageTags()).BuildServiceProvider();
        var policy = new PublicPageCache(new EvictionCount(), new ContentDefinitions([]), Website(), _time);
        var context = new OutputCacheContext { HttpContext = new DefaultHttpContext { RequestServices = services } };
        context.HttpContext.Request.Method = HttpMethods.Get;
        await policy.CacheRequestAsync(context, default);

        // As if changes were followed already.
        context.AllowCacheStorage = true;
        _time.Now += making;
        await policy.ServeResponseAsync(context, default);
        return context;
    }

    private static WebsiteSettings Website() => new()
    {
        DataPath = "",
        BaseUrl = new Uri("https://example.org/"),
        AllowedHosts = [],
        TrustedProxies = [],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Cultures = new CultureSettings("fr", "en"),
    };

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
