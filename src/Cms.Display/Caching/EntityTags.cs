using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Cms.Display.Caching;

/// <summary>
/// Gives public pages an ETag made from their bytes, and answers 304 when the reader has them (RFC 9110, 13.1.2). Inside the output cache, which keeps the tag
/// and compares it itself afterwards. The tag is weak, for the same page is sent in several encodings.
/// </summary>
public sealed class EntityTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName != PublicPageCache.Name)
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        await SendAsync(context, buffer);
    }

    private static async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)).AsSpan(0, 12))}\"";
            response.Headers.ETag = tag;

            // Readers keep the page and ask whether it still holds.
            response.Headers.CacheControl = "no-cache";
            if (!IsBeingKept(context) && Matches(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                return;
            }
        }

        page.Position = 0;
        await page.CopyToAsync(response.Body, context.RequestAborted);
    }

    /// <summary>What the cache keeps must be the whole page; it answers 304 itself from then on.</summary>
    private static bool IsBeingKept(HttpContext context) => context.Features.Get<IOutputCacheFeature>()?.Context is { EnableOutputCaching: true, AllowCacheStorage: true };

    private static bool Matches(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
