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
    /// <param name="items">Some hundreds at most: all that they point to is read at once.</param>
    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyList<ContentItem> items, CancellationToken token)
    {
        var documents = new List<SearchDocument>();
        foreach (var language in items.Where(item => AddressOf(item) is not null).GroupBy(item => item.Culture))
        {
            var allTerms = await terms.AllAsync(language.Key, token);
            // In the item's own language where that exists.
            var targets = language.ToDictionary(item => item, item => ItemText.Sets(item).Where(set => set != item.LocalizationSet).Distinct().ToList());
            var found = await store.PreferredAsync([.. targets.Values.SelectMany(sets => sets).Distinct()], [language.Key, .. cultures.Names], ContentVersion.Published, token);
            documents.AddRange(targets.Select(pair => Of(pair.Key, pair.Value.Where(found.ContainsKey).ToDictionary(set => set, set => found[set]), allTerms)));
        }

        return documents;
    }

    /// <summary>An item that introduces a list stands at the list's address.</summary>
    private static string? AddressOf(ContentItem item) =>
        item.Url ?? (!item.Type.IsRoutable && item.Type.ListPaths.TryGetValue(item.Culture, out var list) ? ContentPath.Url(item.Culture, list) : null);

    /// <param name="related">What the item points to, by set.</param>
    private static SearchDocument Of(ContentItem item, Dictionary<string, ContentItem> related, IReadOnlyDictionary<string, TermDisplay> allTerms)
    {
        var publisher = item.Has<PublicationPart>() ? item.As<PublicationPart>().Publisher.LocalizationSets.FirstOrDefault() : null;
        return new SearchDocument
        {
            LocalizationSet = item.LocalizationSet,
            Culture = item.Culture,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            Url = AddressOf(item)!,
            Publisher = publisher is null ? null : related.TryGetValue(publisher, out var organisation) ? CodeOf(organisation) : publisher,
            Themes = Themes(item, allTerms),
            Body = string.Join('\n', related.Values.Where(r => AddressOf(r) is null).Select(r => $"{r.DisplayText}\n{ItemText.Body(r)}").Prepend(ItemText.Body(item)).Where(t => t.Length > 0)),
            Keywords = string.Join('\n', ItemText.Terms(item).Where(allTerms.ContainsKey).Select(id => allTerms[id].Name).Concat(related.Values.Select(r => r.DisplayText)).Prepend(ItemText.Codes(item))),
        };
    }

    private static List<string> Themes(ContentItem item, IReadOnlyDictionary<string, TermDisplay> terms) => item.Has<PublicationPart>()
        ? [.. item.As<PublicationPart>().Themes.TermContentItemIds.Where(terms.ContainsKey).Select(id => terms[id].Code).Where(code => code.Length > 0).Distinct()]
        : [];

    /// <summary>The language-neutral code of an organisation; its set where it has none.</summary>
    public static string CodeOf(ContentItem item) =>
        item.Type.Field($"{item.ContentType}.Code") is { } code && code.Field.Field(item.Part(code.Part)) is TextField { IsEmpty: false } text ? text.Text : item.LocalizationSet;
}
