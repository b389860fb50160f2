using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Display.Caching;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>Organisations that publish the list's items, by their codes.</summary>
internal sealed class PublisherFacet(string key, string title, string culture, ContentLists lists, ContentStore store, PageTags tags) : ListFacet(key, title)
{
    private const string Field = $"{nameof(PublicationPart)}.{nameof(PublicationPart.Publisher)}";

    internal override async Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token) =>
        (await PublishersAsync(list, token)).Find(found => CodeOf(found.Item) == code).Item is { } publisher
            ? new ReferenceFilter(Reference.Set, Field, [publisher.LocalizationSet])
            : null;

    internal override async Task<IReadOnlyList<FacetOption>> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token)
    {
        var publishers = await PublishersAsync(list, token);
        if (chosen is not null && !publishers.Exists(found => CodeOf(found.Item) == chosen))
        {
            publishers.AddRange((await PublishersAsync(list with { Filters = [] }, token)).Where(found => CodeOf(found.Item) == chosen).Select(found => (found.Item, 0)));
        }

        return [.. publishers.Select(found => new FacetOption(CodeOf(found.Item), found.Item.DisplayText, found.Count)).OrderBy(option => option.Text, StringComparer.CurrentCulture)];
    }

    private async Task<List<(ContentItem Item, int Count)>> PublishersAsync(ContentQuery list, CancellationToken token)
    {
        var counts = await lists.FacetAsync(list, Reference.Set, Field, token);
        var items = await store.PreferredAsync([.. counts.Keys], [culture], ContentVersion.Published, token);
        tags.AddSets(counts.Keys);
        return [.. items.Values.Select(item => (item, counts[item.LocalizationSet]))];
    }

    /// <summary>The organisation's code, the same in every language; its set where it has none.</summary>
    private static string CodeOf(ContentItem item) => ItemCode.Of(item) is { Length: > 0 } code ? code : item.LocalizationSet;
}
