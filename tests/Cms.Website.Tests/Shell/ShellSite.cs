using System.Globalization;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sample.Greeting;
using StartupBase = Cms.Core.Modules.StartupBase;

namespace Cms.Website.Tests.Shell;

/// <summary>A host of the sample modules, listening on a port of the machine.</summary>
internal sealed class ShellSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ShellSite(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public ShellHost Shells => _app.Services.GetRequiredService<ShellHost>();

    public FeatureManager Features => _app.Services.GetRequiredService<FeatureManager>();

    public IFeatureStore Store => _app.Services.GetRequiredService<IFeatureStore>();

    public Journal Journal => _app.Services.GetRequiredService<Journal>();

    public static Task<ShellSite> StartAsync(params string[] features) => StartAsync(new ShellSettings(features));

    public static async Task<ShellSite> StartAsync(ShellSettings settings, Action<WebApplicationBuilder>? more = null, Action<WebApplication>? before = null, bool startShell = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ShellSite).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Host.UseDefaultServiceProvider(container => container.ValidateScopes = container.ValidateOnBuild = true);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IFeatureStore>(new MemoryFeatureStore(settings)).AddSingleton<Journal>();
        builder.Services.AddShells(typeof(ShellSite).Assembly, shells => shells.AddEngineStartup<MvcStartup>()).ShareWithShells<Journal>();
        more?.Invoke(builder);
        var app = builder.Build();
        before?.Invoke(app);
        app.RunShells();
        await app.StartAsync();
        var site = new ShellSite(app);
        if (startShell)
        {
            await site.Shells.StartAsync(await site.Store.LoadAsync());
        }

        return site;
    }

    public async Task<int> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return (int)response.StatusCode;
    }

    public async Task<int> NumberAsync(string path) => int.Parse(await Client.GetStringAsync(path), CultureInfo.InvariantCulture);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Journal.Gate.TrySetResult();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>What a host with views supplies.</summary>
    private sealed class MvcStartup : StartupBase
    {
        public override void ConfigureServices(IServiceCollection services)
        {
            services.AddControllersWithViews().AddControllersAsServices();
            services.AddRazorPages();
        }

        public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
        {
            endpoints.MapControllers();
            endpoints.MapRazorPages();
        }
    }
}
