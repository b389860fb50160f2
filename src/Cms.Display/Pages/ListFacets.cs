using Cms.Content.Fields;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>The facets of a type's list: its theme, those that the type declares, and its publisher.</summary>
public sealed class ListFacets(ContentLists lists, ContentStore store, TermCatalog terms, CultureSettings cultures, IStringLocalizer<ListFacets> localizer)
{
    private const string Theme = "theme";
    private const string Publisher = "publisher";
    private const string Themes = $"{nameof(PublicationPart)}.{nameof(PublicationPart.Themes)}";

    /// <summary>Query keys of a type's list, in the order of the facets.</summary>
    public static IReadOnlyList<string> Keys(ContentTypeDefinition type) => [Theme, .. type.Facets.Select(facet => facet.Key), Publisher];

    /// <summary>Narrows a list by what is chosen.</summary>
    /// <returns>Null when a facet has a value that nothing has.</returns>
    public Task<NarrowedList?> NarrowAsync(ContentTypeDefinition type, ContentQuery list, ListRequest request, string culture, CancellationToken token = default) =>
        NarrowedList.OfAsync(list, Of(type, culture, request), request, token);

    private List<ListFacet> Of(ContentTypeDefinition type, string culture, ListRequest request) =>
    [
        new TermFacet(Theme, localizer["Theme"], Themes, culture, lists, terms),
        .. type.Facets.Select(facet => Declared(type, facet, culture, request)),
        new PublisherFacet(Publisher, localizer["Published by"], culture, lists, store),
    ];

    private ListFacet Declared(ContentTypeDefinition type, FacetDefinition facet, string culture, ListRequest request) => type.Field(facet.Field)?.Field.FieldType switch
    {
        nameof(TaxonomyField) => new TermFacet(facet.Key, localizer[facet.Title], facet.Field, culture, lists, terms),
        nameof(PartialDateField) when facet.Key == MonthFacet.Month => new MonthFacet(localizer[facet.Title], facet.Field, request, cultures.Format(culture), lists),
        nameof(PartialDateField) => new YearFacet(facet.Key, localizer[facet.Title], facet.Field, lists),
        var other => throw new InvalidOperationException($"{facet.Field} is a {other}; facets need terms or an indexed date."),
    };
}
