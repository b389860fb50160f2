using Cms.Content;
using Cms.Content.Parts;
using Cms.Core.Modules;
using Cms.Display.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Navigation;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Menu>(type => type.Named("Menu", "Menus").With<TitlePart>())
        .AddScoped<IMenuSource, MenuSource>();
}
