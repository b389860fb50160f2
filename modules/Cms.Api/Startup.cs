using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Api;

public sealed class Startup(IConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddApiOptions(configuration)
        .AddApiRates()
        .AddApiDescription()
        .AddVisitorsOnly()
        .AddScoped<ContentWriting>();

    public override void Configure(IApplicationBuilder app) => app.UseApi();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapContent();
        endpoints.MapApiDescription();
    }
}
