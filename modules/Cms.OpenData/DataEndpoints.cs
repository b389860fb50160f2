using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Maps;
using Cms.Display.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace Cms.OpenData;

/// <summary>The files of lists, at the addresses of the lists: <c>/fr/lieux.csv</c>, <c>/fr/lieux.geojson</c>, with their facets. Kept and dropped like pages.</summary>
internal static class DataEndpoints
{
    public const string Csv = ".csv";
    public const string CsvType = "text/csv";
    public const string GeoJson = ".geojson";
    public const string GeoJsonType = "application/geo+json";

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFile("/{culture:culture}/{list}" + Csv, CsvAsync);
        endpoints.MapFile("/{culture:culture}/{list}" + GeoJson, GeoJsonAsync);
    }

    private static void MapFile(this IEndpointRouteBuilder endpoints, string pattern, Delegate answer) => endpoints
        .MapMethods(pattern, _methods, answer)
        .WithMetadata(new OutputCacheAttribute { PolicyName = PublicPageCache.Name })
        .ExcludeFromDescription();

    private static async Task CsvAsync(string culture, string list, HttpContext context, ContentDefinitions types, ListReader reader, CsvTable table, CancellationToken token)
    {
        if (await OpenAsync(context, types.ListAt(culture, list), culture, reader, token) is { } narrowed)
        {
            Begin(context.Response, $"{CsvType}; charset=utf-8", list + Csv);
            await table.WriteAsync(context.Response.Body, types.ListAt(culture, list)!, narrowed, culture, token);
        }
    }

    private static async Task GeoJsonAsync(string culture, string list, HttpContext context, ContentDefinitions types, MapBuilder maps, ListReader reader, GeoJson json, CancellationToken token)
    {
        var type = types.ListAt(culture, list);
        if (await OpenAsync(context, type is not null && maps.Has(type) ? type : null, culture, reader, token) is { } narrowed)
        {
            Begin(context.Response, GeoJsonType, list + GeoJson);
            await json.WriteAsync(context.Response.Body, narrowed, culture, token);
        }
    }

    /// <returns>Null where there is no such list or a facet has a value that nothing has (404), or the address is malformed (400).</returns>
    private static async Task<NarrowedList?> OpenAsync(HttpContext context, ContentTypeDefinition? type, string culture, ListReader reader, CancellationToken token)
    {
        if (type is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        if (!ListRequest.TryRead(context.Request.Query, ListFacets.Keys(type), out var request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }

        var narrowed = await reader.OpenAsync(type, request, culture, token);
        context.Response.StatusCode = narrowed is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return narrowed;
    }

    private static void Begin(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.AccessControlAllowOrigin = "*";
    }
}
