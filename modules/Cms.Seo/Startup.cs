using Cms.Content.Store;
using Cms.Core.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cms.Seo;

public sealed class Startup(IConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton<PublishedAddresses>();
        services
            .AddSingleton(SecurityContact.Read(configuration))
            .AddSingleton<SitemapPlan>()
            .AddSingleton<SitemapWriter>();
    }

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSitemap();
        endpoints.MapRobots();
        endpoints.MapSecurityContact();
    }
}
