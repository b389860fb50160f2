using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Cms.Core.Localization;

/// <summary>Registers texts from PO files.</summary>
public static class PoLocalizationExtensions
{
    /// <summary>Makes every localizer of ASP.NET Core (services, views, HTML) read PO files, and adds <see cref="FailureText"/>.</summary>
    public static IServiceCollection AddPoLocalization(this IServiceCollection services, Action<PoOptions> configure)
    {
        var options = new PoOptions();
        configure(options);
        services.AddSingleton(options).AddSingleton<PoCatalog>().AddSingleton<FailureText>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, PoStringLocalizerFactory>());
        services.TryAddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.TryAddSingleton<IHtmlLocalizerFactory, HtmlLocalizerFactory>();
        services.TryAddTransient(typeof(IHtmlLocalizer<>), typeof(HtmlLocalizer<>));
        services.TryAddTransient<IViewLocalizer, ViewLocalizer>();
        return services;
    }
}
