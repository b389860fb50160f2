using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Display.Maps;
using Cms.Display.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Cms.Display.Caching;

/// <summary>
/// Keeps anonymous pages until something they show changes. The key is path, encoding and the known query keys only, so that made-up keys and hosts
/// can not fill the cache; a request with credentials is never answered from it nor kept; a page made while content changed is not kept. No page outlives the day on
/// which it was made: what is over, and which day is today, is told by the website's clock.
/// </summary>
public sealed class PublicPageCache(EvictionCount evictions, ContentDefinitions definitions, WebsiteSettings website, TimeProvider time) : IOutputCachePolicy
{
    /// <summary>Name that endpoints ask for the policy by.</summary>
    public const string Name = "PublicPage";

    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>Query keys that public pages understand.</summary>
    private readonly StringValues _queryKeys = new([.. definitions.Types.SelectMany(ListFacets.Keys).Append("page").Append(MapBuilder.Zoom).Distinct()]);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anonymous = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0 && request.Cookies.Keys.All(IsHarmless);
        context.EnableOutputCaching = anonymous;
        context.AllowCacheLookup = anonymous;
        context.AllowCacheStorage = anonymous && evictions.HasBegun;
        context.AllowLocking = true;
        context.CacheVaryByRules.CacheKeyPrefix = "";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.QueryKeys = _queryKeys;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(request);
        context.HttpContext.Features.Set(new EvictionNote(evictions.Value, Midnight(time.GetUtcNow())));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var note = context.HttpContext.Features.Get<EvictionNote>();
        var rest = note?.Midnight - time.GetUtcNow() ?? TimeSpan.Zero;
        context.ResponseExpirationTimeSpan = rest < _longest ? rest : _longest;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || note?.Count != evictions.Value || rest <= TimeSpan.Zero)
        {
            context.AllowCacheStorage = false;
        }

        foreach (var tag in context.HttpContext.RequestServices.GetRequiredService<PageTags>().Tags)
        {
            context.Tags.Add(tag);
        }

        if (context.AllowCacheStorage)
        {
            DropIfOutdated(context);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The page is kept only when its reader has taken it in, which may last: what changed until then found nothing to drop.</summary>
    private void DropIfOutdated(OutputCacheContext context)
    {
        // The store is made from the options that hold this policy, so it can not be asked for in the constructor.
        var (http, own) = (context.HttpContext, Guid.NewGuid().ToString());
        var store = http.RequestServices.GetRequiredService<IOutputCacheStore>();
        context.Tags.Add(own);
        http.Response.OnCompleted(async () =>
        {
            if (http.Features.Get<EvictionNote>()?.Count != evictions.Value)
            {
                await store.EvictByTagAsync(own, CancellationToken.None);
            }
        });
    }

    /// <summary>The choice of a language carries no right; the path decides over the language of a page.</summary>
    private static bool IsHarmless(string cookie) => cookie == Routing.RequestCultures.Cookie;

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }

    /// <summary>The moment at which the website's next day begins.</summary>
    private DateTimeOffset Midnight(DateTimeOffset now)
    {
        var tomorrow = TimeZoneInfo.ConvertTime(now, website.TimeZone).Date.AddDays(1);

        // Where the clocks go forward at midnight the day begins later.
        while (website.TimeZone.IsInvalidTime(tomorrow))
        {
            tomorrow = tomorrow.AddMinutes(15);
        }

        return new DateTimeOffset(tomorrow, website.TimeZone.GetUtcOffset(tomorrow));
    }

    /// <summary>How things stood when the page began to be made.</summary>
    private sealed record EvictionNote(long Count, DateTimeOffset Midnight);
}
