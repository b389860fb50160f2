using Cms.Content;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.SearchPages;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddSingleton<SearchDocuments>()
        .AddSingleton<FacetLabels>()
        .AddSingleton<WebsiteSearch>()
        .AddChangeFollower<SearchFollower>()
        .AddScoped<IDoctorCheck, IndexCheck>()
        .AddLocalizedPage("Cms.SearchPages", "/Search", ("fr", "recherche"), ("en", "search"));

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSearch();
        endpoints.MapOpenSearch();
    }
}
