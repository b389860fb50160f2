using System.Data.Common;
using Cms.Core;
using Cms.Core.Errors;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cms.Data.PostgreSql;

/// <summary>The main store on a PostgreSQL server, version 14 or newer, in a database of its own with the encoding UTF8.</summary>
public sealed class PostgresDatabase : IDatabase, IAsyncDisposable, IDisposable
{
    private const int Tries = 3;
    private static readonly Version _oldestServer = new(14, 0);

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;
    private readonly CommitSignal _committed;
    private readonly ILogger _logger;

    private PostgresDatabase(NpgsqlConnectionStringBuilder settings, CommitSignal committed, ILogger logger)
    {
        (_committed, _logger) = (committed, logger);
        _writers = NpgsqlDataSource.Create(settings);
        settings.Options = $"{settings.Options} -c default_transaction_read_only=on".TrimStart();
        _readers = NpgsqlDataSource.Create(settings);
    }

    public ISqlDialect Dialect { get; } = new PostgresDialect();

    public DatabaseEngine Engine { get; private set; } = new(DatabaseSettings.PostgreSql, "");

    /// <summary>Connects once, to know that the server answers and suits.</summary>
    /// <exception cref="SettingException">The connection string is wrong, the server can not be reached, is too old, or the database is not in UTF-8.</exception>
    public static PostgresDatabase Open(string? connectionString, CommitSignal committed, ILogger<PostgresDatabase> logger)
    {
        var database = new PostgresDatabase(Parse(connectionString), committed, logger);
        try
        {
            database.Check();
            return database;
        }
        catch (SettingException)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Other nodes may write to the same database.</summary>
    public long? Epoch => null;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default)
    {
        await using var connection = await _readers.OpenConnectionAsync(token);
        return await read(connection);
    }

    public async Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default)
    {
        WriteGuard.Refuse();
        WriteGuard.Enter();
        for (var attempt = 1; ; attempt++)
        {
            var committing = false;
            try
            {
                await using var connection = await _writers.OpenConnectionAsync(token);
                await using var transaction = await connection.BeginTransactionAsync(token);
                var result = await write(new WriteUnit(connection, transaction, Dialect));
                WorkSteps.Log.Reached("store.written");
                committing = true;
                await transaction.CommitAsync(CancellationToken.None);
                WorkSteps.Log.Reached("store.committed");
                _committed.Raise();
                return result;
            }
            catch (NpgsqlException e) when (attempt < Tries && MayRunAgain(e, committing))
            {
                Log.WriteRunsAgain(_logger, attempt, e.SqlState);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DiskFull)
            {
                throw new StoreFullException();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
    }

    public void Dispose()
    {
        _readers.Dispose();
        _writers.Dispose();
    }

    /// <summary>Tells waiters of a commit that was made on a connection of <see cref="OpenWriterAsync"/>.</summary>
    internal void RaiseCommitted() => _committed.Raise();

    /// <summary>Opens a connection that may write, for copies.</summary>
    internal ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken token) => _writers.OpenConnectionAsync(token);

    // A row that another transaction just inserted is seen by the second run, which can then say what is wrong.
    // When the connection breaks during the commit, nobody knows whether it took place: running again could write twice.
    private static bool MayRunAgain(NpgsqlException e, bool committing) => committing
        ? e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        : e.SqlState == PostgresErrorCodes.UniqueViolation || (e.IsTransient && e.SqlState != PostgresErrorCodes.DiskFull);

    private static NpgsqlConnectionStringBuilder Parse(string? connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(settings.Host) ? throw new ArgumentException("Host is missing") : settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // Not the value: it may hold a password.
            throw new SettingException(DatabaseSettings.ConnectionStringKey, "…", $"write Host=…;Database=…;Username=…;Password=… ({e.Message})");
        }
    }

    private void Check()
    {
        try
        {
            using var connection = _writers.OpenConnection();
            if (connection.PostgreSqlVersion < _oldestServer)
            {
                throw Refused($"use PostgreSQL {_oldestServer.Major} or newer; this is {connection.PostgreSqlVersion}");
            }

            if (connection.QueryFirst<string>("SHOW server_encoding;") is var encoding && encoding != "UTF8")
            {
                throw Refused($"create the database with the encoding UTF8; it has {encoding}");
            }

            Engine = Engine with { Version = connection.PostgreSqlVersion.ToString() };
            Log.PostgresOpened(_logger, Engine.Version, connection.Host);
        }
        catch (PostgresException e)
        {
            throw Refused($"the server answered: {e.MessageText}");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw Refused($"make sure that the server runs and can be reached ({e.Message})");
        }
    }

    private SettingException Refused(string mend)
    {
        var settings = new NpgsqlConnectionStringBuilder(_writers.ConnectionString);
        return new SettingException(
            DatabaseSettings.ConnectionStringKey, $"Host={settings.Host};Port={settings.Port};Database={settings.Database};Username={settings.Username}", mend);
    }
}
