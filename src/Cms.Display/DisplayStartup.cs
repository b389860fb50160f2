using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cms.Content;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Modules;
using Cms.Display.Caching;
using Cms.Display.Editors;
using Cms.Display.Errors;
using Cms.Display.Frame;
using Cms.Display.LinkedData;
using Cms.Display.Maps;
using Cms.Display.Media;
using Cms.Display.Pages;
using Cms.Display.Routing;
using Cms.Display.SafeHtml;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Cms.Display;

/// <summary>Display, in every shell: Razor, languages, templates, the cache of public pages, error pages.</summary>
public sealed class DisplayStartup(WebsiteSettings settings, ModuleCatalog catalog) : StartupBase
{
    public override int Order => -900;

    public override void ConfigureServices(IServiceCollection services)
    {
        AddRazor(services);
        services
            .AddPoLocalization(options => Texts(options))
            .Configure<RequestLocalizationOptions>(options => RequestCultures.Configure(options, settings.Cultures))
            .Configure<RouteOptions>(options => options.SetParameterPolicy<CultureConstraint>("culture"))
            .Configure<AntiforgeryOptions>(Antiforgery)
            .AddResponseCompression(Compression)
            .AddSafeHtml()
            .AddSingleton(typeof(ChangeLogCache<,>))
            .AddSingleton<WebsiteProfile>()
            .AddSingleton<LocalizedPages>()
            .AddSingleton<TermCatalog>()
            .AddSingleton<ShownTexts>()
            .AddSingleton<TemplateFinder>()
            .AddSingleton<PageResolver>()
            .AddSingleton<PublishedItems>()
            .AddSingleton<DataCatalog>()
            .AddSingleton<PageData>()
            .AddScoped<PageTags>()
            .AddScoped<DisplayBuilder>()
            .AddScoped<FrameBuilder>()
            .AddScoped<RelatedItems>()
            .AddScoped<MapBuilder>()
            .AddScoped<ItemPages>()
            .AddScoped<ListFacets>()
            .AddScoped<ListPages>()
            .AddScoped<EditorChoices>()
            .AddScoped<EditorForms>()
            .AddScoped<FieldWordsSource>()
            .AddScoped<IShellPreparation, HomePreparation>()
            .AddSingleton<StoredTranslations>()
            .AddHostedService(provider => provider.GetRequiredService<StoredTranslations>());
        AddPageCache(services);
    }

    // A kept page needs nothing of what stands behind the cache.
    public override void Configure(IApplicationBuilder app) => app
        .UseOutputCache()
        .UseResponseCompression()
        .UseRequestLocalization(app.ApplicationServices.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value)
        .UseMiddleware<ErrorPages>()
        .UseMiddleware<EntityTags>();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapMedia();
        // Pages name a file by the print of its bytes, so that readers may keep it for good.
        endpoints.MapControllers().WithStaticAssets();
        endpoints.MapRazorPages().WithStaticAssets();
    }

    private static void AddRazor(IServiceCollection services)
    {
        services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute())).AddControllersAsServices();
        services.AddRazorPages(options => options.Conventions.Add(new HandlersOnly()));
        // Letters with accents go as they are: pages are UTF-8.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeLayouts()));
    }

    private void Texts(PoOptions options)
    {
        options.DataFolder = Path.Combine(settings.DataPath, "Localization");
        foreach (var extension in (string[])["Cms.Core", "Cms.Data", "Cms.Content", "Cms.Display", .. catalog.Graph.All.Select(f => f.Module.Id)])
        {
            options.Extensions.Add(extension);
        }
    }

    private static void Compression(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/geo+json", "image/svg+xml", "text/calendar", "text/csv"];
    }

    private void Antiforgery(AntiforgeryOptions options)
    {
        options.Cookie.Name = settings.IsHttps ? "__Host-antiforgery" : "antiforgery";
        options.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.Path = "/";

        // The header middleware of the host decides over framing.
        options.SuppressXFrameOptionsHeader = true;
    }

    private static void AddPageCache(IServiceCollection services)
    {
        services.AddOutputCache();
        services.AddSingleton<EvictionCount>().AddSingleton<PublicPageCache>().AddChangeFollower<PageEvictions>();
        services.AddOptions<OutputCacheOptions>().Configure<PublicPageCache>((options, pages) => options.AddPolicy(PublicPageCache.Name, pages));
    }
}
