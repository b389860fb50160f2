using Cms.Core.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>Names and flags of cookies: with https Secure and bound to the host by their name, on plain http (the machine itself only) without both.</summary>
public static class Cookies
{
    public static string Name(string name, WebsiteSettings website) => website.IsHttps ? "__Host-" + name : name;

    public static CookieSecurePolicy Secure(WebsiteSettings website) => website.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

    public static CookieOptions Options(WebsiteSettings website, TimeSpan age) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = website.IsHttps,
        MaxAge = age,
    };
}
