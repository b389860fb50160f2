using Cms.Core.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.Seo;

/// <summary><c>/robots.txt</c>: crawlers may read everything that is for readers, but not search for them (RFC 9309).</summary>
internal static class RobotsEndpoints
{
    public static void MapRobots(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/robots.txt", SeoFiles.Methods, WriteAsync).ExcludeFromDescription();

    private static Task WriteAsync(HttpContext context, WebsiteSettings website, CancellationToken token)
    {
        SeoFiles.Begin(context.Response, "text/plain");
        return context.Response.WriteAsync(
            $"""
            User-agent: *
            Allow: /
            Disallow: /admin
            Disallow: /login
            Disallow: /api/
            Disallow: /*?q=
            Disallow: /*&q=

            Sitemap: {new Uri(website.BaseUrl, "/sitemap.xml").AbsoluteUri}

            """.ReplaceLineEndings("\n"),
            token);
    }
}
