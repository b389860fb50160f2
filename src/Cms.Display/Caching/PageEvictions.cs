using Cms.Content.Following;
using Cms.Content.Store;
using Cms.Data;
using Microsoft.AspNetCore.OutputCaching;

namespace Cms.Display.Caching;

/// <summary>
/// Follows the change log and drops the pages that show what changed. Each shell has its own cache, so it starts at the end of the log; before it has, no
/// page is kept, for nobody would drop it.
/// </summary>
public sealed class PageEvictions(IOutputCacheStore store, ContentStore content, EvictionCount count, IChangeLog changes) : IChangeFollower
{
    private ChangeLogPosition? _position;

    public string Name => "output cache";

    public async Task<ChangeLogPosition> PositionAsync(CancellationToken token)
    {
        if (_position is null)
        {
            _position = await changes.LatestAsync(token);
            count.Begin();
        }

        return _position.Value;
    }

    public async Task FollowAsync(IReadOnlyList<LoggedChange> changes, ChangeLogPosition reached, CancellationToken token)
    {
        // Before and after: a page that is made between the two reads old content.
        count.Advance();
        foreach (var tag in changes.SelectMany(change => Tags(change.Entry)).Concat(await PointedToAsync(changes, token)).Distinct())
        {
            await store.EvictByTagAsync(tag, token);
        }

        count.Advance();
        _position = reached;
    }

    /// <summary>Pages of what the changed content points to now; those of what it pointed to before show it, or count it by its type.</summary>
    private async Task<IEnumerable<string>> PointedToAsync(IReadOnlyList<LoggedChange> changes, CancellationToken token)
    {
        var sets = changes.Where(change => change.Entry.Kind == ChangeLogEntry.Kinds.Content).Select(change => change.Entry.Set).OfType<string>().Distinct().ToList();
        return (await content.PointedToAsync(sets, token)).Select(PageTags.Pointing);
    }

    private static IEnumerable<string> Tags(ChangeLogEntry entry) =>
        entry.Kind == ChangeLogEntry.Kinds.Content && entry.Set is not null
            ? [PageTags.Set(entry.Set), PageTags.List(entry.Subject ?? "")]
            : [PageTags.All];
}

/// <summary>Grows with each eviction: a page whose making began at another count is not kept.</summary>
public sealed class EvictionCount
{
    private long _value;
    private volatile bool _hasBegun;

    public long Value => Volatile.Read(ref _value);

    /// <summary>True once the change log is followed: what is read from then on will be dropped when it changes.</summary>
    public bool HasBegun => _hasBegun;

    internal void Begin() => _hasBegun = true;

    internal void Advance() => Interlocked.Increment(ref _value);
}
