using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Core.Modules;

/// <summary>A module's table of contents: what it registers in the shell. Built once per shell; constructor parameters come from the host's services.</summary>
public abstract class StartupBase
{
    /// <summary>Startups with a lower number run first; those of equal number in the order of their features' dependencies.</summary>
    public virtual int Order => 0;

    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <summary>Adds middleware. Routing comes before every startup and endpoints after all of them.</summary>
    public virtual void Configure(IApplicationBuilder app)
    {
    }

    public virtual void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
