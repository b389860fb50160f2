using System.Globalization;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace Cms.Users;

/// <summary>
/// The language of the back office: the one that a link with <c>?culture=</c> chooses, which a cookie keeps, else the browser's, else the website's default.
/// </summary>
public sealed class BackOfficeCulture(RequestDelegate next, WebsiteSettings website)
{
    private const string Query = "culture";

    private readonly string _cookie = Cookies.Name("admin-culture", website);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!BackOffice.Holds(context.Request.Path))
        {
            await next(context);
            return;
        }

        var culture = new RequestCulture(website.Cultures.Format(Choose(context)));
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(culture, provider: null));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture.Culture, culture.UICulture);
        context.NeverStore();
        context.Response.Headers.ContentLanguage = culture.UICulture.TwoLetterISOLanguageName;
        await next(context);
    }

    private string Choose(HttpContext context)
    {
        if (context.Request.Query[Query].ToString() is var wanted && website.Cultures.Supports(wanted))
        {
            context.Response.Cookies.Append(_cookie, wanted, Cookies.Options(website, TimeSpan.FromDays(365)));
            return wanted;
        }

        return context.Request.Cookies[_cookie] is { } kept && website.Cultures.Supports(kept) ? kept : OfBrowser(context.Request) ?? website.Cultures.Default;
    }

    private string? OfBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language, StringWithQualityHeaderValueComparer.QualityComparer)
        .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(website.Cultures.Supports);
}
