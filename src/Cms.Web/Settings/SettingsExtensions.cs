using Cms.Content;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Data;
using Cms.Display;
using Microsoft.AspNetCore.DataProtection;

namespace Cms.Web.Settings;

internal static class SettingsExtensions
{
    /// <summary>Reads the settings, listens where they say and gives them to all services.</summary>
    /// <exception cref="SettingException">A value can not be used.</exception>
    public static WebsiteSettings AddWebsiteSettings(this WebApplicationBuilder builder)
    {
        var reader = new SettingsReader(builder.Configuration, builder.Environment.ContentRootPath);
        var settings = reader.Read();
        builder.WebHost.UseUrls([.. reader.Urls()]);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Cultures);
        return settings;
    }

    /// <summary>Where the main store is.</summary>
    /// <param name="readOnly">True beside the running website.</param>
    public static DatabaseSettings DatabaseSettings(this WebApplicationBuilder builder, WebsiteSettings settings, bool readOnly) => new()
    {
        Provider = builder.Configuration[Data.DatabaseSettings.ProviderKey] ?? Data.DatabaseSettings.Sqlite,
        ConnectionString = builder.Configuration[Data.DatabaseSettings.ConnectionStringKey],
        DataPath = settings.DataPath,
        ReadOnly = readOnly,
    };

    /// <summary>The engine in every shell: content and display.</summary>
    public static void UseEngine(this ShellOptions shells, WebsiteSettings settings)
    {
        shells.BaseAddress = settings.BaseUrl;
        shells.AddEngineStartup<ContentStartup>();
        shells.AddEngineStartup<DisplayStartup>();
    }

    /// <summary>Keys belong to the host: a sign-in survives a new shell and a restart.</summary>
    public static void AddKeys(this WebApplicationBuilder builder, WebsiteSettings settings) => builder.Services
        .AddDataProtection()
        .SetApplicationName("Cms")
        .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataPath, "keys")));
}
