using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Web.Setup;
using Microsoft.AspNetCore.Connections;

namespace Cms.Web;

/// <summary>Starts the website and serves it until the process is told to stop.</summary>
internal static class Website
{
    /// <summary>
    /// The listener opens first: pages wait for the first shell, and the health check answers 503 until then, so that what watches the process can tell starting
    /// from dead.
    /// </summary>
    /// <exception cref="SettingException">The address can not be listened on, or a new website can not be set up.</exception>
    /// <exception cref="ModuleException">The enabled features can not run together.</exception>
    public static async Task<int> ServeAsync(this WebApplication website)
    {
        await ListenAsync(website);
        try
        {
            var stopping = website.Lifetime.ApplicationStopping;
            await website.Services.GetRequiredService<SetupRunner>().RunAsync(stopping);
            var store = website.Services.GetRequiredService<IFeatureStore>();
            var shells = website.Services.GetRequiredService<ShellHost>();
            await shells.StartAsync(await store.LoadAsync(stopping), token: stopping);
        }
        catch (OperationCanceledException) when (website.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while starting: the wait below ends at once.
        }
        catch
        {
            await website.StopAsync();
            throw;
        }

        await website.WaitForShutdownAsync();
        return 0;
    }

    private static async Task ListenAsync(WebApplication website)
    {
        try
        {
            await website.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new SettingException("Urls", website.Configuration["urls"], "another program listens on this address; stop it or choose another port");
        }
    }
}
