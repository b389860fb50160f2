using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Cms.Display.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.News;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Event>(type => type
            .Named("Event", "Events")
            .Path("fr", "agenda/{slug}").Path("en", "events/{slug}")
            .List("fr", "agenda").List("en", "events")
            .NewestFirst(nameof(Event.Dates))
            .Facet("audience", nameof(Event.Audiences))
            .Facet("place", nameof(Event.Places))
            .Facet("year", nameof(Event.Dates))
            .Facet("month", nameof(Event.Dates)))
        .AddContentType<Article>(type => type
            .Named("Article", "News")
            .Path("fr", "actualites/{slug}").Path("en", "news/{slug}")
            .List("fr", "actualites").List("en", "news")
            .NewestFirst(nameof(Article.Date))
            .Facet("audience", nameof(Article.Audiences))
            .Facet("place", nameof(Article.Places))
            .Facet("year", nameof(Article.Date)))
        .AddLinkedData<Event>(NewsData.Describe)
        .AddLinkedData<Article>(NewsData.Describe)
        .AddListFeed<Article>("/atom.xml", "application/atom+xml", "Follow the news in a feed reader")
        .AddListFeed<Event>(".ics", "text/calendar", "Put these events into your calendar")
        .AddScoped<IListExtra, EventMonthSource>()
        .AddScoped<NewsFeed>()
        .AddScoped<EventCalendar>();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapNews();
}
