namespace Cms.Search.Query;

/// <param name="Total">Number of documents found: exact up to 10 000, then 10 000.</param>
/// <param name="TotalIsLowerBound">There are more than <paramref name="Total"/>.</param>
/// <param name="Items">The asked page, best first.</param>
/// <param name="Suggestion">The query with unknown words put right, when it has some; the results already include what it would find.</param>
public sealed record SearchResult(
    int Total, bool TotalIsLowerBound, IReadOnlyList<SearchItem> Items, SearchFacets Facets, string? Suggestion)
{
    public static readonly SearchResult Empty = new(0, false, [], new SearchFacets([], [], []), null);
}

/// <param name="Snippet">HTML: text in which everything is encoded, with <c>mark</c> around what was asked for.</param>
/// <param name="Score">Comparable within one result only; falls from item to item.</param>
public sealed record SearchItem(
    string ContentItemId, string LocalizationSet, string ContentType, string Culture, string Title, string Url, string Snippet, double Score);

/// <summary>Counts per value of each facet, most frequent first. A facet counts what the other filters leave, so that its own can be changed.</summary>
public sealed record SearchFacets(IReadOnlyList<FacetCount> Type, IReadOnlyList<FacetCount> Theme, IReadOnlyList<FacetCount> Publisher);

public sealed record FacetCount(string Value, int Count);
