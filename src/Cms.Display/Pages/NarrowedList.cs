using Cms.Content.Store;

namespace Cms.Display.Pages;

/// <summary>A list narrowed by the facets that a request chooses.</summary>
/// <param name="All">The list before it is narrowed.</param>
/// <param name="Chosen">Filter of each chosen facet, by its key.</param>
public sealed record NarrowedList(ContentQuery All, ListRequest Request, IReadOnlyList<ListFacet> Facets, IReadOnlyDictionary<string, ContentFilter> Chosen)
{
    public ContentQuery Query => All with { Filters = [.. Chosen.Values] };

    /// <returns>Null when a facet has a value that nothing has.</returns>
    internal static async Task<NarrowedList?> OfAsync(ContentQuery all, IReadOnlyList<ListFacet> facets, ListRequest request, CancellationToken token = default)
    {
        var chosen = new Dictionary<string, ContentFilter>();
        foreach (var facet in facets.Where(facet => request.Facets.ContainsKey(facet.Key)))
        {
            if (await facet.FilterAsync(all, request.Facets[facet.Key], token) is not { } filter)
            {
                return null;
            }

            chosen[facet.Key] = filter;
        }

        return new NarrowedList(all, request, facets, chosen);
    }

    /// <summary>What each facet offers, within the others that are chosen.</summary>
    internal async Task<OfferedFacets> OfferAsync(CancellationToken token = default)
    {
        var offered = new Dictionary<string, FacetOptions>();
        foreach (var facet in Facets)
        {
            var others = All with { Page = 1, Filters = [.. Chosen.Where(other => other.Key != facet.Key).Select(other => other.Value)] };
            offered[facet.Key] = await facet.OptionsAsync(others, Request.Facets.GetValueOrDefault(facet.Key), token);
        }

        return new OfferedFacets(offered);
    }
}

/// <summary>What the facets of a list offer, by their keys.</summary>
internal sealed record OfferedFacets(IReadOnlyDictionary<string, FacetOptions> ByKey)
{
    /// <summary>Content whose names are offered.</summary>
    public IEnumerable<string> Sets => ByKey.Values.SelectMany(options => options.Sets);

    /// <summary>The facets as a page shows them; those without values are left out.</summary>
    /// <param name="path">Address of the list.</param>
    public IReadOnlyList<Facet> Show(IReadOnlyList<ListFacet> facets, ListRequest request, string path)
    {
        return [.. facets.Where(facet => ByKey[facet.Key].Options.Count > 0).Select(facet => new Facet(facet.Key, facet.Title, [.. ByKey[facet.Key].Options.Select(option => Value(facet.Key, option))]))];

        FacetValue Value(string key, FacetOption option)
        {
            var isChosen = option.Code == request.Facets.GetValueOrDefault(key);
            return new FacetValue(option.Text, option.Count, path + request.With(key, isChosen ? null : option.Code), isChosen) { Depth = option.Depth };
        }
    }
}
