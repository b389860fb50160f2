using Cms.Content.Fields;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>The facets of a type's list: its theme, those that the type declares, and its publisher.</summary>
public sealed class ListFacets(ContentLists lists, ContentStore store, TermCatalog terms, CultureSettings cultures, PageTags tags, IStringLocalizer<ListFacets> localizer)
{
    private const string Theme = "theme";
    private const string Publisher = "publisher";
    private const string Themes = $"{nameof(PublicationPart)}.{nameof(PublicationPart.Themes)}";

    /// <summary>Query keys of a type's list, in the order of the facets.</summary>
    public static IReadOnlyList<string> Keys(ContentTypeDefinition type) => [Theme, .. type.Facets.Select(facet => facet.Key), Publisher];

    /// <summary>Narrows a list by what is chosen.</summary>
    /// <returns>Null when a facet has a value that nothing has.</returns>
    public async Task<NarrowedList?> NarrowAsync(ContentTypeDefinition type, ContentQuery list, ListRequest request, string culture, CancellationToken token = default)
    {
        var facets = Of(type, culture, request);
        var chosen = new Dictionary<string, ContentFilter>();
        foreach (var facet in facets.Where(facet => request.Facets.ContainsKey(facet.Key)))
        {
            if (await facet.FilterAsync(list, request.Facets[facet.Key], token) is not { } filter)
            {
                return null;
            }

            chosen[facet.Key] = filter;
        }

        return new NarrowedList(list, request, facets, chosen);
    }

    private List<ListFacet> Of(ContentTypeDefinition type, string culture, ListRequest request) =>
    [
        new TermFacet(Theme, localizer["Theme"], Themes, culture, lists, terms),
        .. type.Facets.Select(facet => Declared(type, facet, culture, request)),
        new PublisherFacet(Publisher, localizer["Published by"], culture, lists, store, tags),
    ];

    private ListFacet Declared(ContentTypeDefinition type, FacetDefinition facet, string culture, ListRequest request) => type.Field(facet.Field)?.Field.FieldType switch
    {
        nameof(TaxonomyField) => new TermFacet(facet.Key, localizer[facet.Title], facet.Field, culture, lists, terms),
        nameof(PartialDateField) when facet.Key == MonthFacet.Month => new MonthFacet(localizer[facet.Title], facet.Field, request, cultures.Format(culture), lists),
        nameof(PartialDateField) => new YearFacet(facet.Key, localizer[facet.Title], facet.Field, lists),
        var other => throw new InvalidOperationException($"{facet.Field} is a {other}; facets need terms or an indexed date."),
    };
}

/// <summary>A list narrowed by facets.</summary>
/// <param name="Chosen">Filter of each chosen facet, by its key.</param>
public sealed record NarrowedList(ContentQuery All, ListRequest Request, IReadOnlyList<ListFacet> Facets, IReadOnlyDictionary<string, ContentFilter> Chosen)
{
    public ContentQuery Query => All with { Filters = [.. Chosen.Values] };

    /// <summary>The facets with their counts, each within the others that are chosen; facets without values are left out.</summary>
    /// <param name="path">Address of the list.</param>
    public async Task<IReadOnlyList<Facet>> CountAsync(string path, CancellationToken token = default)
    {
        var counted = new List<Facet>();
        foreach (var facet in Facets)
        {
            var others = All with { Filters = [.. Chosen.Where(chosen => chosen.Key != facet.Key).Select(chosen => chosen.Value)] };
            var code = Request.Facets.GetValueOrDefault(facet.Key);
            var options = await facet.OptionsAsync(others, code, token);
            if (options.Count > 0)
            {
                counted.Add(new Facet(facet.Key, facet.Title, [.. options.Select(option => Value(option, option.Code == code))]));
            }

            FacetValue Value(FacetOption option, bool chosen) =>
                new(option.Text, option.Count, path + Request.With(facet.Key, chosen ? null : option.Code), chosen) { Depth = option.Depth };
        }

        return counted;
    }
}
