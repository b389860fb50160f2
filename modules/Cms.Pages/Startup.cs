using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Pages;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Page>(type => type.Named("Page", "Pages").Path("fr", "{slug}").Path("en", "{slug}"))
        .AddPageMaps<Page>(page => page.Blocks.Rows.Where(block => !block.Map.IsEmpty).Select(block => block.Map.Text));
}
