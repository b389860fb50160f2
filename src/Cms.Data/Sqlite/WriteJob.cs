using Microsoft.Data.Sqlite;

namespace Cms.Data.Sqlite;

/// <summary>One caller's work for the writer thread, and the caller's way to hear how it ended.</summary>
internal sealed class WriteJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Action<WriteUnit, SqliteConnection> _work;
    private readonly CancellationToken _token;

    private WriteJob(Action<WriteUnit, SqliteConnection> work, bool alone, CancellationToken token)
    {
        (_work, Alone, _token) = (work, alone, token);
    }

    /// <summary>Runs by itself and outside any transaction.</summary>
    public bool Alone { get; }

    /// <summary>Why the job came to nothing; null while it goes well.</summary>
    public Exception? Failure { get; set; }

    public Task Done => _done.Task;

    /// <summary>A unit of work, which shares its transaction with its neighbours in the queue.</summary>
    // Microsoft.Data.Sqlite never yields, so the task has ended when it is returned, unless the unit awaits something else; then the writer waits for it.
    public static WriteJob Unit(Func<WriteUnit, Task> work, CancellationToken token) =>
        new((unit, _) => work(unit).GetAwaiter().GetResult(), alone: false, token);

    /// <summary>Upkeep of the database file.</summary>
    public static WriteJob Upkeep(Action<SqliteConnection> work, CancellationToken token) =>
        new((_, connection) => work(connection), alone: true, token);

    /// <summary>Notes a cancellation, which is heeded only before the work starts.</summary>
    public bool IsCancelled()
    {
        if (_token.IsCancellationRequested)
        {
            Failure = new OperationCanceledException(_token);
        }

        return _token.IsCancellationRequested;
    }

    /// <summary>Runs the work as if on the caller's thread: its culture and its trace go with it.</summary>
    public void Run(WriteUnit unit, SqliteConnection connection)
    {
        if (_context is null)
        {
            _work(unit, connection);
        }
        else
        {
            ExecutionContext.Run(_context, _ => _work(unit, connection), null);
        }
    }

    public void Complete()
    {
        switch (Failure)
        {
            case null:
                _done.TrySetResult();
                break;
            case OperationCanceledException cancelled:
                _done.TrySetCanceled(cancelled.CancellationToken);
                break;
            case SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL }:
                _done.TrySetException(new StoreFullException());
                break;
            default:
                _done.TrySetException(Failure);
                break;
        }
    }
}
