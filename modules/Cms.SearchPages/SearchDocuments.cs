using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Display.Templates;
using Cms.Search.Index;

namespace Cms.SearchPages;

/// <summary>Makes what the index takes from published items: their own text, and what their pages show of the things they point to.</summary>
internal sealed class SearchDocuments(ContentStore store, CultureSettings cultures, TermCatalog terms)
{
    /// <summary>One document per item that has a page; items without one are found through the pages that show them.</summary>
    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IEnumerable<ContentItem> items, CancellationToken token)
    {
        var documents = new List<SearchDocument>();
        foreach (var item in items)
        {
            if (AddressOf(item) is { } url)
            {
                documents.Add(await OfAsync(item, url, token));
            }
        }

        return documents;
    }

    /// <summary>An item that introduces a list stands at the list's address.</summary>
    private static string? AddressOf(ContentItem item) =>
        item.Url ?? (!item.Type.IsRoutable && item.Type.ListPaths.TryGetValue(item.Culture, out var list) ? ContentPath.Url(item.Culture, list) : null);

    private async Task<SearchDocument> OfAsync(ContentItem item, string url, CancellationToken token)
    {
        var allTerms = await terms.AllAsync(item.Culture, token);
        var related = await RelatedAsync(item, token);
        var publisher = item.Has<PublicationPart>() ? item.As<PublicationPart>().Publisher.LocalizationSets.FirstOrDefault() : null;
        return new SearchDocument
        {
            LocalizationSet = item.LocalizationSet,
            Culture = item.Culture,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = url,
            Publisher = publisher is null ? null : related.TryGetValue(publisher, out var organisation) ? CodeOf(organisation) : publisher,
            Themes = Themes(item, allTerms),
            Body = string.Join('\n', related.Values.Where(r => AddressOf(r) is null).Select(r => $"{r.DisplayText}\n{ItemText.Body(r)}").Prepend(ItemText.Body(item)).Where(t => t.Length > 0)),
            Keywords = string.Join('\n', ItemText.Terms(item).Where(allTerms.ContainsKey).Select(id => allTerms[id].Name).Concat(related.Values.Select(r => r.DisplayText)).Prepend(ItemText.Codes(item))),
        };
    }

    /// <summary>What the item points to, in its own language where that exists.</summary>
    private async Task<IReadOnlyDictionary<string, ContentItem>> RelatedAsync(ContentItem item, CancellationToken token) =>
        await store.PreferredAsync([.. ItemText.Sets(item).Where(set => set != item.LocalizationSet)], [item.Culture, .. cultures.Names], ContentVersion.Published, token);

    private static List<string> Themes(ContentItem item, IReadOnlyDictionary<string, TermDisplay> terms) => item.Has<PublicationPart>()
        ? [.. item.As<PublicationPart>().Themes.TermContentItemIds.Where(terms.ContainsKey).Select(id => terms[id].Code).Where(code => code.Length > 0).Distinct()]
        : [];

    /// <summary>The language-neutral code of an organisation; its set where it has none.</summary>
    public static string CodeOf(ContentItem item) =>
        item.Type.Field($"{item.ContentType}.Code") is { } code && code.Field.Field(item.Part(code.Part)) is TextField { IsEmpty: false } text ? text.Text : item.LocalizationSet;
}
