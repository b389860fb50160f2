using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Cms.Display.Routing;

/// <summary>
/// Published items for public pages, kept until any content changes: the contact and the publisher of one page come again on the next. They are frozen, for
/// requests share them. Bounded: the sum of their documents stays below the limit, the least used go first.
/// </summary>
/// <param name="maxBytes">Bytes of stored JSON that are kept at most; its parsed parts take several times as much.</param>
public sealed class PublishedItems(ContentStore store, IChangeLog changes, long maxBytes = PublishedItems.DefaultMaxBytes) : IDisposable
{
    public const long DefaultMaxBytes = 4_000_000;
    private const int EntryOverhead = 500;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = maxBytes });

    /// <inheritdoc cref="ContentStore.PublishedAtAsync"/>
    public async Task<PublishedRoute?> AtAsync(string culture, string path, CancellationToken token = default)
    {
        // Read before the items are: a change in between reads them again next time.
        var position = await changes.LatestAsync(token);
        var key = new AddressKey(culture, path);
        if (_kept.TryGetValue(key, out Kept<PublishedRoute>? kept) && kept!.Position == position)
        {
            return kept.Value;
        }

        var route = await store.PublishedAtAsync(culture, path, token);
        if (route is not null)
        {
            Keep(key, position, route, route.Item is null ? [] : [route.Item]);
        }

        return route;
    }

    /// <inheritdoc cref="ContentStore.PreferredAsync"/>
    public async Task<IReadOnlyDictionary<string, ContentItem>> PreferredAsync(IReadOnlyCollection<string> sets, IReadOnlyList<string> cultures, CancellationToken token = default)
    {
        var position = await changes.LatestAsync(token);
        var found = new Dictionary<string, ContentItem>();
        var missing = new List<string>();
        foreach (var set in sets)
        {
            if (!_kept.TryGetValue(new SetKey(set, cultures[0]), out Kept<ContentItem>? kept) || kept!.Position != position)
            {
                missing.Add(set);
            }
            else if (kept.Value is { } item)
            {
                found[set] = item;
            }
        }

        var read = await store.PreferredAsync(missing, cultures, ContentVersion.Published, token);
        foreach (var set in missing)
        {
            // Also that there is none.
            var item = read.GetValueOrDefault(set);
            Keep(new SetKey(set, cultures[0]), position, item, item is null ? [] : [item]);
            if (item is not null)
            {
                found[set] = item;
            }
        }

        return found;
    }

    /// <summary>What was found among published items, kept like them.</summary>
    /// <param name="key">A record of everything that <paramref name="read"/> goes by.</param>
    /// <param name="items">The items in what was found.</param>
    public async Task<T> KeepAsync<T>(object key, Func<Task<T>> read, Func<T, IEnumerable<ContentItem>> items, CancellationToken token = default)
        where T : class
    {
        var position = await changes.LatestAsync(token);
        if (_kept.TryGetValue(key, out Kept<T>? kept) && kept!.Position == position)
        {
            return kept.Value!;
        }

        var value = await read();
        Keep(key, position, value, [.. items(value)]);
        return value;
    }

    public void Dispose() => _kept.Dispose();

    private void Keep<T>(object key, ChangeLogPosition position, T? value, params IReadOnlyList<ContentItem> items)
        where T : class
    {
        foreach (var item in items)
        {
            item.Document.Freeze();
        }

        _kept.Set(key, new Kept<T>(position, value), new MemoryCacheEntryOptions { Size = items.Aggregate(EntryOverhead, (size, item) => size + EntryOverhead + item.Document.Length) });
    }

    private sealed record AddressKey(string Culture, string Path);

    private sealed record SetKey(string Set, string Culture);

    private sealed record Kept<T>(ChangeLogPosition Position, T? Value)
        where T : class;
}
