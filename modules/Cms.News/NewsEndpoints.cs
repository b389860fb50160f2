using Cms.Content.Types;
using Cms.Display.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace Cms.News;

/// <summary>What programs follow: the news as an Atom feed below their list, the events as a calendar beside theirs. Kept and dropped like pages.</summary>
internal static class NewsEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapNews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFile("/{culture:culture}/{list}/atom.xml", FeedAsync);
        endpoints.MapFile("/{culture:culture}/{list}.ics", CalendarAsync);
    }

    private static void MapFile(this IEndpointRouteBuilder endpoints, string pattern, Delegate answer) => endpoints
        .MapMethods(pattern, _methods, answer)
        .WithMetadata(new OutputCacheAttribute { PolicyName = PublicPageCache.Name })
        .ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(string culture, string list, ContentDefinitions types, NewsFeed feed, CancellationToken token) =>
        IsListOf(nameof(Article), culture, list, types) ? Results.Bytes(await feed.WriteAsync(culture, $"/{culture}/{list}", token), "application/atom+xml; charset=utf-8") : Results.NotFound();

    private static async Task<IResult> CalendarAsync(string culture, string list, ContentDefinitions types, EventCalendar calendar, CancellationToken token) =>
        IsListOf(nameof(Event), culture, list, types) ? Results.Bytes(await calendar.WriteAsync(culture, token), "text/calendar; charset=utf-8") : Results.NotFound();

    private static bool IsListOf(string type, string culture, string list, ContentDefinitions types) => types.ListAt(culture, list)?.Name == type;
}
