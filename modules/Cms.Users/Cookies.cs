using Cms.Core.Hosting;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>Names and flags of cookies: with https Secure and bound to the host by their name, on plain http (the machine itself only) without both.</summary>
public static class Cookies
{
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    public static string Name(string name, WebsiteSettings website) => website.IsHttps ? "__Host-" + name : name;

    public static CookieSecurePolicy Secure(WebsiteSettings website) => website.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

    /// <summary>Keeps a language for addresses that name none, for a year.</summary>
    public static void RememberCulture(this HttpContext context, string culture, WebsiteSettings website) =>
        context.Response.Cookies.Append(RequestCultures.Cookie, culture, Options(website, _year));

    /// <summary>From now on the browser's own language counts.</summary>
    public static void ForgetCulture(this HttpContext context, WebsiteSettings website) => context.Response.Cookies.Delete(RequestCultures.Cookie, Options(website, _year));

    public static CookieOptions Options(WebsiteSettings website, TimeSpan age) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = website.IsHttps,
        MaxAge = age,
    };
}
