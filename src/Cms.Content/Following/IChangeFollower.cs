using Cms.Data;

namespace Cms.Content.Following;

/// <summary>
/// Derives something from content: a search index, a cache. A singleton of a shell, without state of its own beyond what it derives; the loop that runs it
/// lives in the host. It never writes content. What it does must be the same when done again, for a crash may come before its position is kept.
/// </summary>
public interface IChangeFollower
{
    string Name { get; }

    /// <summary>How far it came: kept with what it derives, so that the two can not disagree. <see cref="ChangeLogPosition.Start"/> asks for everything.</summary>
    Task<ChangeLogPosition> PositionAsync(CancellationToken token);

    /// <param name="changes">Lines after its position, oldest first.</param>
    /// <param name="reached">Position of the last of them, to be kept.</param>
    Task FollowAsync(IReadOnlyList<LoggedChange> changes, ChangeLogPosition reached, CancellationToken token);
}
