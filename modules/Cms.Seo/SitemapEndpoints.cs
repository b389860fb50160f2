using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.Seo;

/// <summary><c>/sitemap.xml</c>: the whole site map, or an index of its files where it is too large for one.</summary>
internal static class SitemapEndpoints
{
    public static void MapSitemap(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/sitemap.xml", SeoFiles.Methods, WholeAsync).ExcludeFromDescription();
        endpoints.MapMethods("/sitemap-{number:int:min(1)}.xml", SeoFiles.Methods, PartAsync).ExcludeFromDescription();
    }

    private static async Task WholeAsync(HttpContext context, SitemapPlan plan, SitemapWriter writer, CancellationToken token)
    {
        var parts = await plan.PartsAsync(token);
        SeoFiles.Begin(context.Response, "application/xml");
        await (parts is [var only] ? writer.WritePartAsync(context.Response.Body, only, token) : writer.WriteIndexAsync(context.Response.Body, parts, token));
    }

    private static async Task PartAsync(int number, HttpContext context, SitemapPlan plan, SitemapWriter writer, CancellationToken token)
    {
        var parts = await plan.PartsAsync(token);
        if (parts.Count == 1 || number > parts.Count)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        SeoFiles.Begin(context.Response, "application/xml");
        await writer.WritePartAsync(context.Response.Body, parts[number - 1], token);
    }
}
