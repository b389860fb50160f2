using Cms.Api;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Search.Query;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.SearchPages;

/// <summary>An answer of <c>/api/search</c>.</summary>
internal sealed record SearchAnswer(
    string Query, string Culture, int Total, bool TotalIsLowerBound, double TookMs, string? Suggestion, IReadOnlyList<SearchItem> Items, LabelledFacets Facets);

internal static class SearchEndpoints
{
    private const int PerPage = 20;

    public static void MapSearch(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/search", SearchAsync)
        .WithTags("Search")
        .RequireRateLimiting(ApiRates.Search)
        .Describe(SearchDescription.Search);

    private static async Task<IResult> SearchAsync(HttpRequest request, WebsiteSearch search, ContentDefinitions definitions, CultureSettings cultures, CancellationToken token)
    {
        var asked = new SearchRequest
        {
            Query = request.Query.Text("q") ?? "",
            Culture = request.Query.Text("culture") ?? cultures.Default,
            Type = request.Query.Text("type"),
            Theme = request.Query.Text("theme"),
            Publisher = request.Query.Text("publisher"),
            Page = request.Query.Number("page", 1, 1, ContentQuery.MaxPage),
            PageSize = request.Query.Number("pageSize", PerPage, 1, SearchRequest.MaxPageSize),
        };
        if (!cultures.Supports(asked.Culture))
        {
            throw new CmsException("content.unknown-culture", 400, asked.Culture);
        }

        if (asked.Type is not null && !definitions.TryType(asked.Type, out _))
        {
            throw new CmsException("content.unknown-type", 400, asked.Type);
        }

        var found = await search.FindAsync(asked, token);
        var result = found.Result;
        return TypedResults.Ok(new SearchAnswer(asked.Query, asked.Culture, result.Total, result.TotalIsLowerBound, found.TookMs, result.Suggestion, result.Items, found.Facets));
    }
}
