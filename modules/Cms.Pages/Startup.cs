using Cms.Content;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Pages;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Page>(type => type.Named("Page", "Pages").Path("fr", "{slug}").Path("en", "{slug}"));
}
