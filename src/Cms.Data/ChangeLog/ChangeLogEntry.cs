namespace Cms.Data;

/// <summary>One line of the change log: what followers (search index, output cache) catch up from, also after a crash.</summary>
/// <param name="Kind">What changed: <see cref="Kinds"/>.</param>
/// <param name="Verb">What was done, in lower case: <c>publish</c>, <c>enable</c>.</param>
/// <param name="Set">Localization set, for content.</param>
/// <param name="Culture">Language of the content item; null when every language is concerned.</param>
/// <param name="Subject">Name of what changed when it is no set: a feature, a type, a setting.</param>
public sealed record ChangeLogEntry(string Kind, string Verb, string? Set = null, string? Culture = null, string? Subject = null)
{
    /// <summary>The kinds that the engine writes.</summary>
    public static class Kinds
    {
        public const string Content = "content";
        public const string Definition = "definition";
        public const string Feature = "feature";
        public const string Settings = "settings";
        public const string Media = "media";
        public const string Role = "role";
    }
}

/// <summary>A line of the change log with its place in it.</summary>
public sealed record LoggedChange(ChangeLogPosition Position, DateTimeOffset Utc, ChangeLogEntry Entry);

/// <summary>
/// A place in the change log. <see cref="Transaction"/> is 0 on SQLite, where numbers become visible in order; on PostgreSQL they do not, so a follower
/// goes by transaction first and reads only what no running transaction can still precede.
/// </summary>
public readonly record struct ChangeLogPosition(long Transaction, long Number) : IComparable<ChangeLogPosition>
{
    public static readonly ChangeLogPosition Start = new(0, 0);

    public int CompareTo(ChangeLogPosition other) => (Transaction, Number).CompareTo((other.Transaction, other.Number));

    public static bool operator <(ChangeLogPosition left, ChangeLogPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(ChangeLogPosition left, ChangeLogPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChangeLogPosition left, ChangeLogPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChangeLogPosition left, ChangeLogPosition right) => left.CompareTo(right) >= 0;

    public override string ToString() => FormattableString.Invariant($"{Transaction}-{Number}");
}

/// <summary>The change log of the main store: appended to inside a write, followed from the host.</summary>
public interface IChangeLog
{
    /// <summary>Appends inside the transaction that makes the change, and wakes the followers after its commit.</summary>
    Task AppendAsync(WriteUnit unit, ChangeLogEntry entry);

    /// <summary>Lines after a position, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LoggedChange>> ReadAsync(ChangeLogPosition after, int limit, CancellationToken token = default);

    /// <summary>The newest position that a follower may read up to.</summary>
    Task<ChangeLogPosition> LatestAsync(CancellationToken token = default);

    /// <summary>Completes when something may have been appended after the call, or after the timeout.</summary>
    Task WaitAsync(TimeSpan timeout, CancellationToken token);
}
