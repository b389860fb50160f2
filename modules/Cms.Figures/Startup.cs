using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Figures;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<KeyFigure>(type => type
            .Named("Key figure", "Key figures")
            .Path("fr", "chiffres-cles/{slug}").Path("en", "key-figures/{slug}")
            .List("fr", "chiffres-cles").List("en", "key-figures"))
        .AddLinkedData<KeyFigure>(KeyFigureData.Describe);
}
