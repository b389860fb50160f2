using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Agenda21;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Agenda21Action>(type => type
            .Named("Agenda 21 action", "Agenda 21")
            .Path("fr", "agenda-21/{slug}").Path("en", "agenda-21/{slug}")
            .List("fr", "agenda-21").List("en", "agenda-21")
            .SlugFrom(nameof(Agenda21Action.Code))
            .OrderBy(nameof(Agenda21Action.Code)))
        .AddContentType<Agenda21Plan>(type => type
            .Named("Agenda 21 plan", "Agenda 21 plans")
            .Path("fr", "agenda-21/plan/{slug}").Path("en", "agenda-21/plan/{slug}"))
        .AddLinkedData<Agenda21Action>(Agenda21Data.Describe);
}
