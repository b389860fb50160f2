using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Localization;

namespace Cms.Content.Manager;

/// <summary>The content that an item comes into: what is stored, or for a recipe what will be stored once all of it is written.</summary>
internal interface IContentSurroundings
{
    /// <summary>True when another published set of the item's type and publisher has the value.</summary>
    /// <param name="key">The value as the column holds it.</param>
    Task<bool> IsTakenAsync(ContentItem item, IndexedColumn column, string key, CancellationToken token);

    /// <summary>Title of a set, in the language where it has one; empty for a set that there is not.</summary>
    Task<string> TitleOfAsync(string set, string culture, CancellationToken token);
}

/// <inheritdoc/>
internal sealed class StoredSurroundings(ContentStore store, CultureSettings cultures) : IContentSurroundings
{
    public async Task<bool> IsTakenAsync(ContentItem item, IndexedColumn column, string key, CancellationToken token)
    {
        var same = await store.SetsWithValueAsync(item.ContentType, column, key, token);
        return await IsTakenAsync(item, same.Where(set => set != item.LocalizationSet), token);
    }

    /// <summary>True when one of the sets is published by the item's publisher.</summary>
    public async Task<bool> IsTakenAsync(ContentItem item, IEnumerable<string> sets, CancellationToken token)
    {
        var publisher = ContentManager.Publisher(item);
        foreach (var set in sets)
        {
            var others = await store.LanguagesAsync(set, ContentVersion.Published, token);
            if (others.Any(other => ContentManager.Publisher(other) == publisher))
            {
                return true;
            }
        }

        return false;
    }

    public async Task<string> TitleOfAsync(string set, string culture, CancellationToken token)
    {
        var found = await store.PreferredAsync([set], [culture, cultures.Default], ContentVersion.Latest, token);
        return found.Values.FirstOrDefault()?.DisplayText ?? "";
    }
}
