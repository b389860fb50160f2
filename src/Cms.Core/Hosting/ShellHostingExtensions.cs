using System.Reflection;
using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace Cms.Core.Hosting;

/// <summary>What a host's program calls.</summary>
public static class ShellHostingExtensions
{
    /// <summary>Adds the shell host, the features and the catalog of the modules that the build named on <paramref name="host"/>.</summary>
    /// <exception cref="ModuleException">The modules do not fit together.</exception>
    public static IServiceCollection AddShells(this IServiceCollection services, Assembly host, Action<ShellOptions> configure)
    {
        services.AddOptions<ShellOptions>().Configure(configure);
        // The host's context factory fills the accessor for the shells too.
        services.AddHttpContextAccessor().AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ObjectPoolProvider, DefaultObjectPoolProvider>();
        services.TryAddSingleton<IFeatureStore, MemoryFeatureStore>();
        services.AddSingleton(ModuleCatalog.Load(host)).AddSingleton<ShellFactory>().AddSingleton<ShellWarmUp>().AddSingleton<ShellRetirement>();
        services.AddSingleton(provider => new ShellHost(
            provider.GetRequiredService<ShellFactory>(),
            provider.GetRequiredService<ShellWarmUp>(),
            provider.GetRequiredService<ShellRetirement>(),
            provider.GetRequiredService<ModuleCatalog>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILogger<ShellHost>>()));
        services.AddSingleton<FeatureManager>().AddHostedService<ShellStop>();
        return services.ShareWithShells<ShellHost>().ShareWithShells<FeatureManager>();
    }

    /// <summary>Gives the host's singleton <typeparamref name="T"/> to every shell: the database, settings, whatever must be single.</summary>
    public static IServiceCollection ShareWithShells<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(new HostService(typeof(T)));

    /// <summary>Changes the registrations of every shell after its startups: what a test replaces.</summary>
    public static IServiceCollection ConfigureShell(this IServiceCollection services, Action<IServiceCollection> configure) =>
        services.AddSingleton<IConfigureShell>(new ConfigureShellAction(configure));

    /// <summary>Ends the host's pipeline with the current shell.</summary>
    public static void RunShells(this IApplicationBuilder app)
    {
        var dispatcher = new ShellDispatcher(
            app.ApplicationServices.GetRequiredService<ShellHost>(),
            app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>(),
            app.ApplicationServices.GetRequiredService<IOptions<ShellOptions>>().Value.FirstShellPatience);
        app.Run(dispatcher.InvokeAsync);
    }

    private sealed class ConfigureShellAction(Action<IServiceCollection> configure) : IConfigureShell
    {
        public void ConfigureServices(IServiceCollection services) => configure(services);
    }

    /// <summary>Hosted services stop in reverse order, the web server, added last, first: the shell ends after its last request.</summary>
    private sealed class ShellStop(ShellHost shells) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => shells.StopAsync();
    }
}
