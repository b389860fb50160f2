using System.Data.Common;
using Cms.Core;
using Cms.Core.Errors;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cms.Data.Sqlite;

/// <summary>The main store in one SQLite file: one connection writes, pooled read-only ones read.</summary>
public sealed class SqliteDatabase : IDatabase, IAsyncDisposable, IDisposable
{
    private const int LogBytesKept = 64 * 1024 * 1024;

    // Seconds that a statement waits for a lock held by another program; 0 would wait for ever.
    private const int LockTimeout = 10;

    private readonly string _readerConnectionString;
    private readonly SqliteWriter? _writer;
    private readonly CommitSignal _committed;

    private SqliteDatabase(string file, SqliteConnection? writer, CommitSignal committed, ILogger logger)
    {
        File = file;
        _committed = committed;
        _readerConnectionString = ReaderConnectionString(file, pooled: true);
        _writer = writer is null ? null : new SqliteWriter(writer, Dialect, logger);
    }

    public string File { get; }

    public ISqlDialect Dialect { get; } = new SqliteDialect();

    public DatabaseEngine Engine { get; } = new(
        DatabaseSettings.Sqlite,
        SqliteLibrary.Version.ToString(),
        SqliteLibrary.HasWalResetFault(SqliteLibrary.Version) ? "sqlite.wal-reset" : null);

    /// <summary>Beside a running website another program writes.</summary>
    public long? Epoch => _writer?.Epoch;

    /// <summary>Opens the file, or creates it. The caller holds the <see cref="DataFolderLock"/> of its folder.</summary>
    /// <exception cref="SettingException">The file can not be opened, is no database, or stands on a file system without shared memory.</exception>
    public static SqliteDatabase Open(string file, CommitSignal committed, ILogger<SqliteDatabase> logger)
    {
        var database = new SqliteDatabase(file, OpenWriter(file), committed, logger);
        Log.SqliteOpened(logger, file, database.Engine.Version);
        if (database.Engine.KnownFault is not null)
        {
            Log.SqliteHasWalResetFault(logger, database.Engine.Version);
        }

        return database;
    }

    /// <summary>Opens the file of a running website beside it: a second connection that writes or checkpoints could damage it, so there is none.</summary>
    public static SqliteDatabase OpenReadOnly(string file, CommitSignal committed, ILogger<SqliteDatabase> logger) => new(file, null, committed, logger);

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default)
    {
        await using var connection = new SqliteConnection(_readerConnectionString);
        await connection.OpenAsync(token);
        return await read(connection);
    }

    public async Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default)
    {
        WriteGuard.Refuse();
        T result = default!;
        await Writer.RunAsync(
            WriteJob.Unit(
                async unit =>
                {
                    WriteGuard.Enter();
                    result = await write(unit);
                    WorkSteps.Log.Reached("store.written");
                },
                token),
            token);
        WorkSteps.Log.Reached("store.committed");
        _committed.Raise();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        ClearReaders();
        await (_writer?.StopAsync() ?? Task.CompletedTask);
    }

    public void Dispose()
    {
        ClearReaders();
        _writer?.StopAsync().GetAwaiter().GetResult();
    }

    /// <summary>Runs upkeep on the writer, outside any transaction and between the writes of others.</summary>
    internal async Task UpkeepAsync(Action<SqliteConnection> work, CancellationToken token)
    {
        WriteGuard.Refuse();
        await Writer.RunAsync(WriteJob.Upkeep(work, token), token);
        _committed.Raise();
    }

    /// <summary>Runs work that changes nothing: on the writer, or beside a running website on a connection that can not write.</summary>
    internal async Task ExportAsync(Action<SqliteConnection> work, CancellationToken token)
    {
        if (_writer is not null)
        {
            await UpkeepAsync(work, token);
            return;
        }

        await using var connection = new SqliteConnection(ReaderConnectionString(File, pooled: false));
        await connection.OpenAsync(token);
        work(connection);
    }

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The store was opened beside a running website and can not be written to.");

    internal static string ReaderConnectionString(string file, bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = pooled,
        DefaultTimeout = LockTimeout,
    }.ToString();

    private static SqliteConnection OpenWriter(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = LockTimeout,
        }.ToString());
        try
        {
            connection.Open();
            if (connection.QueryFirst<string>("PRAGMA journal_mode=WAL;") != "wal")
            {
                throw new SettingException(DatabaseSettings.DataPathKey, file, "name a folder on a local disk: SQLite needs shared memory beside its file");
            }

            connection.Execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;");
            connection.Execute($"PRAGMA journal_size_limit={LogBytesKept};");
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException failure)
            {
                throw new SettingException(DatabaseSettings.DataPathKey, file, Mend(failure));
            }

            throw;
        }
    }

    private static string Mend(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => "this file is not a database; move it away, or restore a backup",
        SQLitePCL.raw.SQLITE_CORRUPT => "this database is damaged; restore a backup",
        SQLitePCL.raw.SQLITE_BUSY => "another program writes to this database; stop it",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => "let the program write to this file and its folder",
        SQLitePCL.raw.SQLITE_FULL => "make room on the disk",
        _ => $"make sure that the program can open and write this file ({failure.Message})",
    };

    private void ClearReaders()
    {
        using var connection = new SqliteConnection(_readerConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
