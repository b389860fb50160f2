using Microsoft.AspNetCore.Http;

namespace Cms.Seo;

/// <summary>What the module's files have in common.</summary>
internal static class SeoFiles
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Begin(HttpResponse response, string type)
    {
        response.ContentType = $"{type}; charset=utf-8";
        response.Headers.CacheControl = "public, max-age=300";
    }
}
