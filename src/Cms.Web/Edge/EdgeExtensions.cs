using Cms.Core.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cms.Web.Edge;

/// <summary>What stands between the network and the shell.</summary>
internal static class EdgeExtensions
{
    public static void AddEdge(this WebApplicationBuilder builder, WebsiteSettings settings)
    {
        builder.WebHost.ConfigureKestrel(Limit);
        // A build that was not published would answer with empty files otherwise.
        builder.WebHost.UseStaticWebAssets();
        // Before the framework's own filter, whose refusals of hosts carry the headers too.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new SecurityHeadersFilter(settings)));
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. settings.AllowedHosts]);
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings));
        builder.Services.AddHealthChecks().AddCheck<ShellHealthCheck>("shell");
        builder.Services.TryAddSingleton(TimeProvider.System);
    }

    public static void UseEdge(this WebApplication app, WebsiteSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<LastResort>();
    }

    /// <summary>Answered by the host: a process that is starting is alive.</summary>
    public static void UseHealth(this WebApplication app) => app
        .UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
        .UseHealthChecks("/health/ready");

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        // Upload endpoints raise it for themselves.
        server.Limits.MaxRequestBodySize = 1024 * 1024;
        server.Limits.MaxConcurrentConnections = 5000;
        server.Limits.MaxConcurrentUpgradedConnections = 100;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void Trust(ForwardedHeadersOptions options, WebsiteSettings settings)
    {
        // Never the host: addresses are made from Cms:BaseUrl.
        options.ForwardedHeaders = settings.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        // Each hop must be a trusted one, so their number needs no limit.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }
    }
}
