using Cms.Content.Items;
using Cms.Content.Store;

namespace Cms.Display.Pages;

/// <summary>One page of a list that is narrowed by facets, and what its facets offer: all that is read for it.</summary>
/// <param name="Offered">By the key of the facet.</param>
internal sealed record NarrowedList(ContentPage Page, IReadOnlyDictionary<string, FacetOptions> Offered)
{
    /// <summary>Content that the page or its facets show.</summary>
    public IEnumerable<string> Sets => Page.Items.Select(item => item.LocalizationSet).Concat(Offered.Values.SelectMany(options => options.Sets));

    public IEnumerable<ContentItem> Items => Page.Items;

    /// <param name="all">The list before it is narrowed.</param>
    /// <returns>Null when a facet has a value that nothing has, or the page is beyond the last.</returns>
    public static async Task<NarrowedList?> ReadAsync(ContentLists lists, ContentQuery all, IReadOnlyList<ListFacet> facets, ListRequest request, CancellationToken token = default)
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

        var page = await lists.PageAsync(all with { Filters = [.. chosen.Values] }, token);
        if (page.Items.Count == 0 && request.Page > 1)
        {
            return null;
        }

        var offered = new Dictionary<string, FacetOptions>();
        foreach (var facet in facets)
        {
            // Each within the others that are chosen.
            var others = all with { Filters = [.. chosen.Where(other => other.Key != facet.Key).Select(other => other.Value)] };
            offered[facet.Key] = await facet.OptionsAsync(others, request.Facets.GetValueOrDefault(facet.Key), token);
        }

        return new NarrowedList(page, offered);
    }

    /// <summary>The facets as the page shows them; those without values are left out.</summary>
    /// <param name="path">Address of the list.</param>
    public IReadOnlyList<Facet> Show(IReadOnlyList<ListFacet> facets, ListRequest request, string path)
    {
        return [.. facets.Where(facet => Offered[facet.Key].Options.Count > 0).Select(facet => new Facet(facet.Key, facet.Title, [.. Offered[facet.Key].Options.Select(option => Value(facet.Key, option))]))];

        FacetValue Value(string key, FacetOption option)
        {
            var isChosen = option.Code == request.Facets.GetValueOrDefault(key);
            return new FacetValue(option.Text, option.Count, path + request.With(key, isChosen ? null : option.Code), isChosen) { Depth = option.Depth };
        }
    }
}
