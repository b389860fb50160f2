using Cms.Core.Errors;
using Cms.Core.Hosting;
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

    /// <summary>Keys belong to the host: a sign-in survives a new shell and a restart.</summary>
    public static void AddKeys(this WebApplicationBuilder builder, WebsiteSettings settings) => builder.Services
        .AddDataProtection()
        .SetApplicationName("Cms")
        .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataPath, "keys")));
}
