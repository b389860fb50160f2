using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.Routing;

/// <summary>A Razor Page with one address per language.</summary>
/// <param name="Paths">Address without language, by language.</param>
public sealed record LocalizedPage(string Area, string Page, IReadOnlyDictionary<string, string> Paths);

/// <summary>The Razor Pages of the shell that have an address per language.</summary>
public sealed class LocalizedPages(IEnumerable<LocalizedPage> pages)
{
    private readonly Dictionary<string, LocalizedPage> _pages = pages.ToDictionary(p => p.Page);

    public IEnumerable<LocalizedPage> All => _pages.Values;

    /// <summary>Address of a page in a language; null where it has none.</summary>
    public string? Url(string page, string culture) => _pages.TryGetValue(page, out var found) && found.Paths.TryGetValue(culture, out var path) ? $"/{culture}/{path}" : null;

    /// <summary>Addresses of a page in all its languages.</summary>
    public IReadOnlyDictionary<string, string> Urls(string page) =>
        _pages.TryGetValue(page, out var found) ? found.Paths.ToDictionary(p => p.Key, p => $"/{p.Key}/{p.Value}") : [];
}

public static class LocalizedPageExtensions
{
    /// <summary>Gives a Razor Page of a module one address per language, instead of the one its file name would give.</summary>
    /// <param name="area">The module's name.</param>
    /// <param name="page">Path of the page in the module: <c>/Search</c>.</param>
    public static IServiceCollection AddLocalizedPage(this IServiceCollection services, string area, string page, params (string Culture, string Path)[] addresses) =>
        services
            .AddSingleton(new LocalizedPage(area, page, addresses.ToDictionary(a => a.Culture, a => a.Path)))
            .Configure<RazorPagesOptions>(options => options.Conventions.AddAreaPageRouteModelConvention(area, page, model => Address(model, addresses)));

    private static void Address(PageRouteModel model, (string Culture, string Path)[] addresses)
    {
        model.Selectors.Clear();
        foreach (var (culture, path) in addresses)
        {
            model.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = $"{culture}/{path}" } });
        }
    }
}
