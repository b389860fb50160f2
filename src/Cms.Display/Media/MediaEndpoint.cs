using System.Collections.Frozen;
using Cms.Content.Recipes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Cms.Display.Media;

/// <summary>
/// Serves the files of the media folder. Whoever put a file there is distrusted: only known types are served, each under the type of its name and under a policy that
/// lets nothing in it run (OWASP ASVS 5.0, 3.2.1); what readers keep rather than look at is a download.
/// </summary>
internal static class MediaEndpoint
{
    // A picture in SVG may carry its own styles.
    private const string Policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
    private const string Caching = "public, max-age=600";
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly FrozenDictionary<string, MediaType> _types = new Dictionary<string, MediaType>(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = new("image/avif"),
        [".gif"] = new("image/gif"),
        [".jpeg"] = new("image/jpeg"),
        [".jpg"] = new("image/jpeg"),
        [".png"] = new("image/png"),
        [".svg"] = new("image/svg+xml"),
        [".webp"] = new("image/webp"),
        [".mp3"] = new("audio/mpeg"),
        [".mp4"] = new("video/mp4"),
        [".webm"] = new("video/webm"),
        [".vtt"] = new("text/vtt"),
        [".csv"] = new("text/csv", IsDownload: true),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsDownload: true),
        [".odp"] = new("application/vnd.oasis.opendocument.presentation", IsDownload: true),
        [".ods"] = new("application/vnd.oasis.opendocument.spreadsheet", IsDownload: true),
        [".odt"] = new("application/vnd.oasis.opendocument.text", IsDownload: true),
        [".pdf"] = new("application/pdf", IsDownload: true),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsDownload: true),
        [".zip"] = new("application/zip", IsDownload: true),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void MapMedia(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/media/{**path}", _methods, Answer).ExcludeFromDescription();

    private static IResult Answer(string? path, MediaFiles files, HttpContext context)
    {
        if (path is null || files.Find(path) is not { } name || !_types.TryGetValue(Path.GetExtension(name), out var type) || new FileInfo(name) is not { Exists: true } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = Caching;
        var tag = new EntityTagHeaderValue(FormattableString.Invariant($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\""));
        return Results.File(name, type.Name, type.IsDownload ? file.Name : null, file.LastWriteTimeUtc, tag, enableRangeProcessing: true);
    }

    private sealed record MediaType(string Name, bool IsDownload = false);
}
