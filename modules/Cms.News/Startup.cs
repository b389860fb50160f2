using Cms.Content;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.News;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Event>(type => type
            .Named("Event", "Events")
            .Path("fr", "agenda/{slug}").Path("en", "events/{slug}")
            .List("fr", "agenda").List("en", "events"))
        .AddContentType<Article>(type => type
            .Named("Article", "News")
            .Path("fr", "actualites/{slug}").Path("en", "news/{slug}")
            .List("fr", "actualites").List("en", "news"));
}
