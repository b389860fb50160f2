namespace Cms.Search.Query;

/// <summary>Counts what was found by type, theme and publisher.</summary>
internal static class Facets
{
    public static SearchFacets Count(List<Hit> found, SearchRequest request) => new(
        Count(found.Where(hit => hit.IsOf(null, request.Theme, request.Publisher)), hit => [hit.ContentType]),
        Count(found.Where(hit => hit.IsOf(request.Type, null, request.Publisher)), hit => hit.ThemeCodes.Distinct()),
        Count(found.Where(hit => hit.IsOf(request.Type, request.Theme, null)), hit => hit.Publisher is null ? [] : [hit.Publisher]));

    private static List<FacetCount> Count(IEnumerable<Hit> hits, Func<Hit, IEnumerable<string>> values) =>
        [.. hits.SelectMany(values).CountBy(value => value).Select(pair => new FacetCount(pair.Key, pair.Value))
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];
}
