using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Store;

namespace Cms.ContentAdmin;

/// <summary>An item by its title, with what it is.</summary>
public sealed record ItemLink(string Id, string Title, string Type, string Culture);

/// <summary>Finds what points to an item: who takes it away should know.</summary>
public sealed class WhereUsed(ContentStore store, AdminQueries queries)
{
    /// <summary>Sets that are named at most.</summary>
    public const int Most = 50;

    /// <summary>What points to the item's set, each under its title in the item's language where it has one.</summary>
    /// <param name="publishedOnly">Only what visitors see.</param>
    public async Task<IReadOnlyList<ItemLink>> OfAsync(ContentItem item, bool publishedOnly, CancellationToken token)
    {
        var sets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var published in publishedOnly ? new[] { true } : [true, false])
        {
            sets.UnionWith((await store.UsesAsync(Reference.Set, item.LocalizationSet, published, Most, token)).Select(use => use.SetId));
        }

        sets.Remove(item.LocalizationSet);
        var users = await store.PreferredAsync(sets, [item.Culture], publishedOnly ? ContentVersion.Published : ContentVersion.Latest, token);
        return [.. users.Values.Select(Link).OrderBy(link => link.Title, StringComparer.CurrentCulture)];
    }

    public ItemLink Link(ContentItem item) => new(item.ContentItemId, item.DisplayText, queries.TypeName(item.ContentType), item.Culture);
}
