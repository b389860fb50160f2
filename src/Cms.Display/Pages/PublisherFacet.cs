using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>Organisations that publish the list's items, by their codes.</summary>
internal sealed class PublisherFacet(string key, string title, string culture, ContentLists lists, ContentStore store) : ListFacet(key, title)
{
    private const string Field = $"{nameof(PublicationPart)}.{nameof(PublicationPart.Publisher)}";

    internal override async Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token) =>
        await FindAsync(list, code, token) is { } publisher
            ? new ReferenceFilter(Reference.Set, Field, [publisher.LocalizationSet])
            : null;

    internal override async Task<FacetOptions> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token)
    {
        var counts = await lists.FacetAsync(list, Reference.Set, Field, token);
        var publishers = await PublishersAsync(counts, token);
        var missing = chosen is null || publishers.Any(item => CodeOf(item) == chosen) ? null : await FindAsync(list with { Filters = [] }, chosen, token);
        return new FacetOptions(
            [.. publishers.Append(missing).OfType<ContentItem>().Select(item => new FacetOption(CodeOf(item), item.DisplayText, counts[item.LocalizationSet])).OrderBy(option => option.Text, StringComparer.CurrentCulture)],
            counts.Targets);
    }

    private async Task<ContentItem?> FindAsync(ContentQuery list, string code, CancellationToken token) =>
        (await PublishersAsync(await lists.FacetAsync(list, Reference.Set, Field, token), token)).FirstOrDefault(item => CodeOf(item) == code);

    private async Task<IEnumerable<ContentItem>> PublishersAsync(FacetCounts counts, CancellationToken token) =>
        (await store.PreferredAsync(counts.Targets, [culture], ContentVersion.Published, token)).Values;

    /// <summary>The organisation's code, the same in every language; its set where it has none.</summary>
    private static string CodeOf(ContentItem item) => ItemCode.Of(item) is { Length: > 0 } code ? code : item.LocalizationSet;
}
