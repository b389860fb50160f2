using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Items of one type that point to the item of a page.</summary>
/// <param name="More">How many further ones there are, which the page does not show.</param>
public sealed record RelatedGroup(CardList Cards, int More);

/// <summary>Finds what belongs to an item because it points to it: the events of a programme, what was said about a place.</summary>
public sealed class RelatedItems(ContentLists lists, ContentDefinitions definitions, PublishedItems published, PageTags tags, IStringLocalizer<RelatedItems> localizer)
{
    /// <summary>Items of one type that a page shows at most.</summary>
    public const int Most = 12;

    /// <returns>By type, in the order of their names in the program; what the item itself points to is left out, for its page shows that already.</returns>
    public async Task<IReadOnlyList<Found>> FindAsync(ContentItem item, string culture, CancellationToken token = default)
    {
        // A frozen item is the published one; the draft of a preview is nobody else's.
        var found = item.Document.IsFrozen
            ? await published.KeepAsync(new RelatedKey(item.LocalizationSet, culture), () => ReadAsync(item, culture, token), found => found.SelectMany(group => group.Items), token)
            : await ReadAsync(item, culture, token);

        // What will point here, and what is counted but not shown.
        tags.AddPointing(item.LocalizationSet);
        foreach (var group in found.Where(group => group.More > 0))
        {
            tags.AddList(group.Type.Name);
        }

        return found;
    }

    private async Task<IReadOnlyList<Found>> ReadAsync(ContentItem item, string culture, CancellationToken token)
    {
        var known = ItemReferences.Of(item).Sets.Append(item.LocalizationSet).ToHashSet();
        var found = new List<Found>();
        var query = new ContentQuery { Culture = culture, PointsTo = item.LocalizationSet };
        var counts = await lists.TypesAsync(query, token);
        foreach (var type in definitions.Types.Where(type => type.IsRoutable && counts.ContainsKey(type.Name)))
        {
            var page = await lists.PageAsync(query with { Type = type.Name, OrderBy = type.ListOrder, Descending = type.ListDescending, PageSize = Math.Min(100, Most + known.Count) }, token);
            var others = page.Items.Where(other => !known.Contains(other.LocalizationSet)).ToList();
            found.Add(new Found(type, [.. others.Take(Most)], counts[type.Name] - (page.Items.Count - others.Count) - Math.Min(others.Count, Most)));
        }

        return [.. found.Where(group => group.Items.Count > 0)];
    }

    public RelatedGroup Show(Found group, DisplayContext context)
    {
        var title = localizer[group.Type.PluralName.Length > 0 ? group.Type.PluralName : group.Type.DisplayName];
        return new RelatedGroup(new CardList($"related-{group.Type.Name}", title, [.. group.Items.Select(item => context.Display(item, 3))]), group.More);
    }

    /// <summary>What was found of one type.</summary>
    public sealed record Found(ContentTypeDefinition Type, IReadOnlyList<ContentItem> Items, int More);

    private sealed record RelatedKey(string Set, string Culture);
}
