using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Cms.Display.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Sites;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Site>(type => type
            .Named("Place", "Places")
            .Path("fr", "lieux/{slug}").Path("en", "places/{slug}")
            .List("fr", "lieux").List("en", "places")
            .Facet("kind", nameof(Site.Kind))
            .Facet("place", nameof(Site.Places)))
        .AddLinkedData<Site>(SiteData.Describe)
        .AddMap<SiteMap>();
}
