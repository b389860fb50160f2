using System.Reflection;
using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cms.Core.Hosting;

/// <summary>Builds a shell: a container and a pipeline of its own for the enabled features, fed with the host's singletons.</summary>
internal sealed class ShellFactory(IServiceProvider host, ModuleCatalog catalog, IOptions<ShellOptions> options, ILogger<ShellFactory> log)
{
    /// <param name="serving">Whether pages will be asked for: only then is anything prepared for them.</param>
    /// <exception cref="ModuleException">A startup failed, or the container can not make one of its services.</exception>
    public Shell Build(ShellPlan plan, int number, bool serving)
    {
        var retiring = new CancellationTokenSource();
        var context = new ShellContext(number, plan.Features, plan.Theme, plan.AdminTheme, retiring.Token);
        var startups = Startups(plan);
        var services = new ServiceCollection();
        services.AddHostServices(host);
        services.AddSingleton(context).AddSingleton(catalog).AddSingleton(Parts(plan)).AddRouting();
        startups.ForEach(s => Run(s, startup => startup.ConfigureServices(services)));
        services.RemoveOwnKeyRing();
        foreach (var last in host.GetServices<IConfigureShell>())
        {
            last.ConfigureServices(services);
        }

        var provider = BuildProvider(services);
        try
        {
            var preparing = serving ? Task.Run(() => PrepareAsync(provider, retiring.Token)) : Task.CompletedTask;
            return new Shell(context, provider, Pipeline(provider, startups), retiring) { Prepared = preparing };
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }

    private async Task PrepareAsync(ServiceProvider provider, CancellationToken token)
    {
        try
        {
            await using var scope = provider.CreateAsyncScope();
            foreach (var preparation in scope.ServiceProvider.GetServices<IShellPreparation>())
            {
                await preparation.PrepareAsync(token);
            }
        }
        catch (Exception e)
        {
            Log.PreparationFailed(log, e);
        }
    }

    private List<(StartupBase Startup, string Feature)> Startups(ShellPlan plan)
    {
        var engine = options.Value.EngineStartups.Select(type => (Type: type, Feature: "engine"));
        var features = plan.Startups().Select(s => (s.Startup.Type, s.Feature));
        return [.. engine.Concat(features).Select(s => (Create(s.Type, s.Feature), s.Feature)).OrderBy(s => s.Item1.Order)];
    }

    private StartupBase Create(Type type, string feature)
    {
        try
        {
            return (StartupBase)ActivatorUtilities.CreateInstance(host, type);
        }
        catch (Exception e)
        {
            throw new ModuleException($"{type.FullName} of feature {feature} can not be made: {e.Message}", e);
        }
    }

    /// <summary>Registered before MVC is added: otherwise MVC takes every assembly of the entry point, those of disabled modules too.</summary>
    private ApplicationPartManager Parts(ShellPlan plan)
    {
        var parts = new ApplicationPartManager();
        var enabled = plan.Features.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var module in plan.Modules)
        {
            foreach (var part in PartsOf(module.Assembly))
            {
                parts.ApplicationParts.Add(part is AssemblyPart ? new FeaturePart(module, enabled) : part);
            }
        }

        foreach (var part in options.Value.EngineStartups.Select(s => s.Assembly).Distinct().SelectMany(PartsOf))
        {
            parts.ApplicationParts.Add(part);
        }

        return parts;
    }

    private static IEnumerable<ApplicationPart> PartsOf(Assembly assembly) => ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly);

    private static ServiceProvider BuildProvider(ServiceCollection services)
    {
        try
        {
            return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        }
        catch (Exception e)
        {
            var cause = e is AggregateException { InnerExceptions: [var first, ..] } ? first : e;
            throw new ModuleException($"The enabled features can not run together: {cause.Message}", e);
        }
    }

    private static RequestDelegate Pipeline(ServiceProvider provider, List<(StartupBase Startup, string Feature)> startups)
    {
        // Options marked ValidateOnStart are the generic host's business, which a shell is not.
        provider.GetService<IStartupValidator>()?.Validate();
        var app = new ApplicationBuilder(provider);
        app.UseRouting();
        startups.ForEach(s => Run(s, startup => startup.Configure(app)));
        app.UseEndpoints(endpoints => startups.ForEach(s => Run(s, startup => startup.ConfigureEndpoints(endpoints))));
        return app.Build();
    }

    private static void Run((StartupBase Startup, string Feature) of, Action<StartupBase> step)
    {
        try
        {
            step(of.Startup);
        }
        catch (Exception e) when (e is not ModuleException)
        {
            throw new ModuleException($"{of.Startup.GetType().FullName} of feature {of.Feature} failed: {e.Message}", e);
        }
    }
}
