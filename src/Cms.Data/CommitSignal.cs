namespace Cms.Data;

/// <summary>Wakes whoever waits for a commit of this process. Commits of another process are not seen: waiters need a timeout of their own.</summary>
public sealed class CommitSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the first commit after this property was read.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
