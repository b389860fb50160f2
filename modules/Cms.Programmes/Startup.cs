using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Programmes;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Programme>(type => type
            .Named("Programme", "Programmes")
            .Path("fr", "programmes/{slug}").Path("en", "programmes/{slug}")
            .List("fr", "programmes").List("en", "programmes")
            .Facet("audience", nameof(Programme.Audiences))
            .Facet("place", nameof(Programme.Places))
            .Facet("year", nameof(Programme.Period)))
        .AddLinkedData<Programme>(ProgrammeData.Describe);
}
