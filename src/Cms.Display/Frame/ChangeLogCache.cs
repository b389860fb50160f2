using System.Collections.Concurrent;
using Cms.Data;

namespace Cms.Display.Frame;

/// <summary>Keeps what was made from content until anything changes: small things that every page needs, such as menus and terms. A singleton per pair of types: the types of value name what is kept.</summary>
public sealed class ChangeLogCache<TKey, TValue>(IChangeLog changes)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (ChangeLogPosition Position, TValue Value)> _kept = new();

    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> make, CancellationToken token)
    {
        // Read before the value is made: a change in between makes it again next time.
        var position = await changes.LatestAsync(token);
        if (_kept.TryGetValue(key, out var kept) && kept.Position == position)
        {
            return kept.Value;
        }

        var value = await make();
        _kept[key] = (position, value);
        return value;
    }
}
