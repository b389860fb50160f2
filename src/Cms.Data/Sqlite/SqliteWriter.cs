using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cms.Data.Sqlite;

/// <summary>
/// The one connection that writes and checkpoints, on a thread of its own. Jobs that wait together share one transaction, each in a savepoint: one flush
/// to disk serves up to <see cref="GroupSize"/> callers, and a job that fails takes nothing of its neighbours with it.
/// </summary>
internal sealed class SqliteWriter
{
    private const int GroupSize = 64;
    private const int QueueLength = 1024;
    private static readonly TimeSpan _idleBeforeTruncate = TimeSpan.FromSeconds(2);

    private readonly Channel<WriteJob> _jobs = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteConnection _connection;
    private readonly ISqlDialect _dialect;
    private readonly ILogger _logger;
    private bool _hasLog = true;

    // Odd from before a commit until after it, so that nobody takes what he reads meanwhile for either state.
    private long _epoch;

    /// <param name="connection">Open; owned by the writer from now on.</param>
    public SqliteWriter(SqliteConnection connection, ISqlDialect dialect, ILogger logger)
    {
        (_connection, _dialect, _logger) = (connection, dialect, logger);
        new Thread(Loop) { IsBackground = true, Name = "SQLite writer" }.UnsafeStart();
    }

    /// <inheritdoc cref="IDatabase.Epoch"/>
    public long? Epoch => Interlocked.Read(ref _epoch) is var epoch && epoch % 2 == 0 ? epoch : null;

    /// <summary>Queues a job and waits for its end; a full queue makes the caller wait before.</summary>
    public async Task RunAsync(WriteJob job, CancellationToken token)
    {
        try
        {
            await _jobs.Writer.WriteAsync(job, token);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase), "The main store is closed.");
        }

        await job.Done;
    }

    /// <summary>Takes no further jobs, finishes those that wait, and closes the connection.</summary>
    public Task StopAsync()
    {
        _jobs.Writer.TryComplete();
        return _stopped.Task;
    }

    private void Loop()
    {
        try
        {
            while (WaitForJobs())
            {
                RunWaitingJobs();
            }

            Truncate();
        }
        catch (Exception e)
        {
            Log.WriterStopped(_logger, e);
            FailWaitingJobs(e);
        }
        finally
        {
            _connection.Dispose();
            _stopped.SetResult();
        }
    }

    // Sleeps until there is work; meanwhile an idle writer empties the log file, which a checkpoint during work only reuses.
    private bool WaitForJobs()
    {
        var waiting = _jobs.Reader.WaitToReadAsync().AsTask();
        while (_hasLog && Task.WaitAny([waiting], _idleBeforeTruncate) < 0)
        {
            Truncate();
        }

        return waiting.GetAwaiter().GetResult();
    }

    private void RunWaitingJobs()
    {
        var group = new List<WriteJob>(GroupSize);
        while (group.Count < GroupSize && _jobs.Reader.TryRead(out var job))
        {
            if (!job.Alone)
            {
                group.Add(job);
                continue;
            }

            RunGroup(group);
            group.Clear();
            RunAlone(job);
        }

        RunGroup(group);
    }

    private void RunGroup(List<WriteJob> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            _connection.Execute("BEGIN IMMEDIATE;");
            group.ForEach(RunInSavepoint);
            Changing(() => _connection.Execute("COMMIT;"));
        }
        catch (Exception e)
        {
            RollBack();
            if (group.Count > 1 && e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT })
            {
                // A deferred constraint speaks up at the commit only and does not say whose row it was.
                RunOneByOne(group);
                return;
            }

            Log.GroupLost(_logger, group.Count, e);
            group.ForEach(job => job.Failure ??= e);
        }

        group.ForEach(job => job.Complete());
    }

    private void RunInSavepoint(WriteJob job)
    {
        if (job.IsCancelled())
        {
            return;
        }

        _connection.Execute("SAVEPOINT unit;");
        try
        {
            job.Run(new WriteUnit(_connection, null, _dialect), _connection);
            _connection.Execute("RELEASE unit;");
        }
        catch (Exception e)
        {
            job.Failure = e;
            if (IsOutsideTransaction())
            {
                // SQLite gave the whole transaction up (disk full, I/O error): the neighbours' work is gone too.
                throw;
            }

            _connection.Execute("ROLLBACK TO unit; RELEASE unit;");
        }
    }

    private void RunOneByOne(List<WriteJob> group)
    {
        foreach (var job in group)
        {
            if (job.Failure is null)
            {
                RunGroup([job]);
            }
            else
            {
                job.Complete();
            }
        }
    }

    private void RunAlone(WriteJob job)
    {
        try
        {
            if (!job.IsCancelled())
            {
                Changing(() => job.Run(new WriteUnit(_connection, null, _dialect), _connection));
            }
        }
        catch (Exception e)
        {
            RollBack();
            job.Failure = e;
        }

        job.Complete();
    }

    private void Changing(Action commit)
    {
        Interlocked.Increment(ref _epoch);
        try
        {
            commit();
            _hasLog = true;
        }
        finally
        {
            Interlocked.Increment(ref _epoch);
        }
    }

    private void RollBack()
    {
        if (!IsOutsideTransaction())
        {
            _connection.Execute("ROLLBACK;");
        }
    }

    private bool IsOutsideTransaction() => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) != 0;

    private void Truncate()
    {
        try
        {
            // Answers 1 while a reader still needs the log; the next idle moment tries again.
            _hasLog = _connection.QueryFirst<long>("PRAGMA wal_checkpoint(TRUNCATE);") != 0;
        }
        catch (SqliteException e)
        {
            Log.CheckpointFailed(_logger, e);
            _hasLog = false;
        }
    }

    private void FailWaitingJobs(Exception e)
    {
        _jobs.Writer.TryComplete();
        while (_jobs.Reader.TryRead(out var job))
        {
            job.Failure = e;
            job.Complete();
        }
    }
}
