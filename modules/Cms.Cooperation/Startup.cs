using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Cms.Display.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Cooperation;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<CooperationProject>(type => type
            .Named("Cooperation project", "Cooperation projects")
            .Path("fr", "cooperation/{slug}").Path("en", "cooperation/{slug}")
            .List("fr", "cooperation").List("en", "cooperation")
            .Facet("kind", nameof(CooperationProject.Kind))
            .Facet("place", nameof(CooperationProject.Places)))
        .AddLinkedData<CooperationProject>(CooperationData.Describe)
        .AddMap<PartnerMap>();
}
