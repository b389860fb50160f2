using Cms.Api;
using Cms.Content.Store;
using Cms.Search.Query;
using Microsoft.OpenApi;

namespace Cms.SearchPages;

/// <summary>What the OpenAPI document says of the search call.</summary>
internal static class SearchDescription
{
    private const string Result = "SearchResult";

    public static void Search(ApiOperation call) => call
        .Schema(Result, Shape())
        .Says("search", "Published content with the words of a query, best first", "Words are compared without accents and endings; quotation marks ask for a phrase. A query without words finds nothing.")
        .QueryText("q", "What to look for; its first 200 characters count.")
        .QueryText("culture", "Language to search in; the website's default when it is left out.")
        .QueryText("type", "Only this content type.")
        .QueryText("theme", "Only this theme, by its code.")
        .QueryText("publisher", "Only this publisher, by its code.")
        .QueryNumber("page", "Number of the page.", 1, 1, ContentQuery.MaxPage)
        .QueryNumber("pageSize", "Items per page.", 20, 1, SearchRequest.MaxPageSize)
        .Answers(200, "The page; empty beyond the last one.", Result)
        .Fails(400, "An unknown language or type, or a number out of range.")
        .Fails(429, "Too many searches from one address; Retry-After says when to go on.");

    private static OpenApiSchema Shape() => ApiSchemas.Object(
        new()
        {
            ["query"] = ApiSchemas.Text(),
            ["culture"] = ApiSchemas.Text(),
            ["total"] = ApiSchemas.Whole("Exact up to 10 000."),
            ["totalIsLowerBound"] = ApiSchemas.Flag("There are more than total."),
            ["tookMs"] = new OpenApiSchema { Type = JsonSchemaType.Number },
            ["suggestion"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "The query with misspelt words put right." },
            ["items"] = ApiSchemas.List(Item()),
            ["facets"] = ApiSchemas.Object(new() { ["type"] = Facet(), ["theme"] = Facet(), ["publisher"] = Facet() }, "type", "theme", "publisher"),
        },
        "query", "culture", "total", "totalIsLowerBound", "tookMs", "items", "facets");

    private static OpenApiSchema Item() => ApiSchemas.Object(
        new()
        {
            ["contentItemId"] = ApiSchemas.Text(),
            ["localizationSet"] = ApiSchemas.Text(),
            ["contentType"] = ApiSchemas.Text(),
            ["culture"] = ApiSchemas.Text(),
            ["title"] = ApiSchemas.Text("Plain text."),
            ["url"] = ApiSchemas.Text("Path on this website."),
            ["snippet"] = ApiSchemas.Text("HTML whose only element is mark."),
            ["score"] = new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Comparable within one answer only." },
        },
        "contentItemId", "localizationSet", "contentType", "culture", "title", "url", "snippet", "score");

    private static OpenApiSchema Facet() => ApiSchemas.List(ApiSchemas.Object(
        new() { ["value"] = ApiSchemas.Text("What the query parameter takes."), ["label"] = ApiSchemas.Text("What people read."), ["count"] = ApiSchemas.Whole() },
        "value", "label", "count"));
}
