using Microsoft.Extensions.Options;

namespace Cms.Users;

/// <summary>Counts what a network does in fixed windows of five minutes. An attempt is counted before it is looked at: attempts made at the same moment can not slip through.</summary>
public abstract class NetworkCount(TimeProvider time)
{
    private const int MostNetworks = 100_000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Ends)> _counts = new(StringComparer.Ordinal);

    /// <summary>How many a network has in a window.</summary>
    protected abstract int Most { get; }

    /// <returns>Zero when the attempt may go on, else how long the network has to wait.</returns>
    public TimeSpan Take(string network)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var (count, ends) = _counts.TryGetValue(network, out var known) && known.Ends > now ? known : (0, now + _window);
            if (count >= Most)
            {
                return ends - now;
            }

            Forget(now);
            _counts[network] = (count + 1, ends);
            return TimeSpan.Zero;
        }
    }

    public void GiveBack(string network)
    {
        lock (_lock)
        {
            if (_counts.TryGetValue(network, out var known))
            {
                _counts[network] = (Math.Max(0, known.Count - 1), known.Ends);
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_counts.Count < MostNetworks)
        {
            return;
        }

        foreach (var ended in _counts.Where(c => c.Value.Ends <= now).Select(c => c.Key).ToList())
        {
            _counts.Remove(ended);
        }
    }
}

/// <summary>Failed sign-ins, so that nobody tries many names; given back when the password was right.</summary>
public sealed class NetworkLimit(IOptions<UserSettings> settings, TimeProvider time) : NetworkCount(time)
{
    protected override int Most => settings.Value.FailuresPerNetwork;
}

/// <summary>Letters asked for by who forgot a password, so that nobody fills other people's boxes.</summary>
public sealed class ResetLimit(IOptions<UserSettings> settings, TimeProvider time) : NetworkCount(time)
{
    protected override int Most => settings.Value.ResetsPerNetwork;
}
