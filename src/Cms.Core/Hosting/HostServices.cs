using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Cms.Core.Hosting;

/// <summary>A singleton of the host that every shell gets; registered with <c>ShareWithShells</c>.</summary>
public sealed record HostService(Type Type);

/// <summary>The last word on a shell's registrations, after every startup; taken from the host. Tests replace services through it.</summary>
public interface IConfigureShell
{
    void ConfigureServices(IServiceCollection services);
}

/// <summary>Hands singletons of the host to a shell.</summary>
internal static class HostServices
{
    private static readonly Type[] _framework =
    [
        typeof(IConfiguration), typeof(IHostEnvironment), typeof(IWebHostEnvironment), typeof(IHostApplicationLifetime), typeof(ILoggerFactory),
        typeof(IMeterFactory), typeof(DiagnosticListener), typeof(DiagnosticSource), typeof(ActivitySource), typeof(DistributedContextPropagator),
        typeof(ObjectPoolProvider), typeof(IDataProtectionProvider), typeof(TimeProvider),
    ];

    /// <summary>As instances: what a shell makes with a factory it would also dispose when it retires.</summary>
    public static void AddHostServices(this IServiceCollection services, IServiceProvider host)
    {
        foreach (var type in _framework)
        {
            if (host.GetService(type) is { } instance)
            {
                services.AddSingleton(type, instance);
            }
        }

        foreach (var shared in host.GetServices<HostService>())
        {
            services.AddSingleton(shared.Type, host.GetRequiredService(shared.Type));
        }

        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddOptions();
    }

    /// <summary>Antiforgery and authentication bring their own key ring to life; the keys are the host's.</summary>
    public static void RemoveOwnKeyRing(this IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is { IsKeyedService: false } service && service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService")
            {
                services.RemoveAt(i);
            }
        }
    }
}
