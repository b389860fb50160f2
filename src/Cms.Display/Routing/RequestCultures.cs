using Cms.Core.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Cms.Display.Routing;

/// <summary>Which language a request is answered in: its path decides; where that says nothing, the reader's choice, then the browser's languages.</summary>
public static class RequestCultures
{
    /// <summary>Cookie that keeps the choice of a language, for addresses that do not name one.</summary>
    public const string Cookie = "culture";

    /// <summary>Query key that overrides the choice on addresses that do not name a language.</summary>
    public const string QueryKey = "culture";

    public static void Configure(RequestLocalizationOptions options, CultureSettings cultures)
    {
        var formats = cultures.Names.Select(cultures.Format).ToList();
        options.SupportedCultures = formats;
        options.SupportedUICultures = formats;
        options.DefaultRequestCulture = new RequestCulture(formats[0]);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(Result(cultures, OfRequest(context.Request, cultures))))];
    }

    /// <summary>The language of a request, as it stands in addresses.</summary>
    public static string OfRequest(HttpRequest request, CultureSettings cultures) =>
        OfPath(request.Path, cultures) ?? Preferred(request, cultures);

    /// <summary>The language that a path names: <c>/fr/…</c>; null for a path that names none.</summary>
    public static string? OfPath(PathString path, CultureSettings cultures)
    {
        var text = path.Value ?? "";
        var end = text.IndexOf('/', 1 > text.Length ? 0 : 1);
        var first = text.Length < 2 ? "" : end < 0 ? text[1..] : text[1..end];
        return cultures.Supports(first) ? first : null;
    }

    /// <summary>The language for addresses that name none: query, cookie, Accept-Language by quality, default.</summary>
    public static string Preferred(HttpRequest request, CultureSettings cultures)
    {
        var chosen = request.Query[QueryKey].ToString();
        if (cultures.Supports(chosen))
        {
            return chosen;
        }

        return request.Cookies[Cookie] is { } kept && cultures.Supports(kept) ? kept : OfBrowser(request, cultures) ?? cultures.Default;
    }

    private static string? OfBrowser(HttpRequest request, CultureSettings cultures) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality != 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(cultures.Supports);

    private static ProviderCultureResult Result(CultureSettings cultures, string culture) => new(cultures.Format(culture).Name);
}
