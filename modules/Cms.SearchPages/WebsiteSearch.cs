using System.Globalization;
using Cms.Core.Localization;
using Cms.Search.Index;
using Cms.Search.Query;

namespace Cms.SearchPages;

/// <summary>A value of a facet with its name.</summary>
public sealed record LabelledCount(string Value, string Label, int Count);

/// <summary>Values of each facet, most frequent first.</summary>
public sealed record LabelledFacets(IReadOnlyList<LabelledCount> Type, IReadOnlyList<LabelledCount> Theme, IReadOnlyList<LabelledCount> Publisher);

/// <summary>What was found, with the names of the facets' values in the language of the request.</summary>
/// <param name="TookMs">Milliseconds that the index needed.</param>
public sealed record Found(SearchResult Result, LabelledFacets Facets, double TookMs);

/// <summary>The one way to search, for the page and the API alike.</summary>
public sealed class WebsiteSearch(SearchIndex index, FacetLabels labels, CultureSettings cultures, TimeProvider time)
{
    public async Task<Found> FindAsync(SearchRequest request, CancellationToken token)
    {
        var start = time.GetTimestamp();
        var result = await index.SearchAsync(request, token);
        var took = Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 2);
        return new Found(result, await LabelAsync(result.Facets, request.Culture, token), took);
    }

    private async Task<LabelledFacets> LabelAsync(SearchFacets facets, string culture, CancellationToken token)
    {
        // For names of types; the caller's language comes back when this method returns.
        CultureInfo.CurrentUICulture = cultures.Format(culture);
        var themes = await labels.ThemesAsync(culture, token);
        var publishers = await labels.PublishersAsync(culture, token);
        return new LabelledFacets(
            [.. facets.Type.Select(facet => new LabelledCount(facet.Value, labels.Type(facet.Value), facet.Count))],
            [.. facets.Theme.Select(facet => new LabelledCount(facet.Value, themes.GetValueOrDefault(facet.Value, facet.Value), facet.Count))],
            [.. facets.Publisher.Select(facet => new LabelledCount(facet.Value, publishers.GetValueOrDefault(facet.Value, facet.Value), facet.Count))]);
    }
}
