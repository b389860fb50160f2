using Cms.Core.Localization;
using Cms.Core.Modules;

namespace Cms.Web.Setup;

internal static class SetupExtensions
{
    /// <summary>Set-up, and the words for what it reports.</summary>
    public static IServiceCollection AddSetup(this IServiceCollection services) => services
        .AddSingleton(provider => Texts(provider.GetRequiredService<ModuleCatalog>()))
        .AddSingleton<PoCatalog>()
        .AddSingleton<FailureText>()
        .AddSingleton<ReportPrinter>()
        .AddSingleton<SetupRunner>();

    private static PoOptions Texts(ModuleCatalog catalog)
    {
        var options = new PoOptions();
        foreach (var extension in (string[])["Cms.Core", "Cms.Data", "Cms.Content", .. catalog.Modules.Select(m => m.Id)])
        {
            options.Extensions.Add(extension);
        }

        return options;
    }
}
