using System.Collections.Concurrent;

namespace Cms.Users;

/// <summary>
/// Remembers values for seconds, so that not every request of a signed-in user reads the store. A write of this process empties it at once; one of
/// another process is seen when the time is over.
/// </summary>
internal sealed class BriefCache<TValue>(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (TValue? Value, DateTimeOffset Until)> _values = new(StringComparer.Ordinal);
    private int _generation;

    public async ValueTask<TValue?> GetAsync(string key, Func<Task<TValue?>> load)
    {
        if (_values.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Value;
        }

        var generation = Volatile.Read(ref _generation);
        var value = await load();
        if (_values.Count >= Most)
        {
            _values.Clear();
        }

        // What was read before a write must not be kept after it.
        if (generation == Volatile.Read(ref _generation))
        {
            _values[key] = (value, time.GetUtcNow() + _lifetime);
            if (generation != Volatile.Read(ref _generation))
            {
                _values.TryRemove(key, out _);
            }
        }

        return value;
    }

    public void Clear()
    {
        Interlocked.Increment(ref _generation);
        _values.Clear();
    }
}
