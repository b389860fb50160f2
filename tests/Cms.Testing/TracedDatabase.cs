using System.Data.Common;
using Cms.Data.Sqlite;
using Cms.Data.Tests.Stores;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cms.Data.Tests.Content;

/// <summary>A store's file on one connection of its own that notes every statement which the engine runs, with its values; SQLite is asked how it would run them.</summary>
internal sealed class TracedDatabase : IDatabase, IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<string> _statements = [];

    // The library calls it as long as the connection is open.
    private readonly strdelegate_trace _trace;

    public TracedDatabase(SqliteStore store)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(store.Folder, "cms.db"), Pooling = false }.ToString());
        _connection.Open();
        _trace = (_, sql) => _statements.Add(sql);
    }

    public ISqlDialect Dialect { get; } = new SqliteDialect();

    public DatabaseEngine Engine { get; } = new(DatabaseSettings.Sqlite, "");

    public long? Epoch => null;

    /// <summary>Plans of all statements that some work runs, by statement.</summary>
    public async Task<IReadOnlyList<(string Statement, string[] Plan)>> PlansAsync(Func<Task> work)
    {
        _statements.Clear();
        raw.sqlite3_trace(_connection.Handle!, _trace, null);
        await work();
        raw.sqlite3_trace(_connection.Handle!, (strdelegate_trace)null!, null);
        var plans = new List<(string, string[])>();
        foreach (var statement in _statements.Where(IsPlanned).Distinct())
        {
            plans.Add((statement, [.. (await _connection.QueryAsync($"EXPLAIN QUERY PLAN {statement}")).Select(row => (string)row.detail)]));
        }

        return plans;
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default) => read(_connection);

    public async Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default)
    {
        await using var transaction = await _connection.BeginTransactionAsync(token);
        var result = await write(new WriteUnit(_connection, transaction, Dialect));
        await transaction.CommitAsync(token);
        return result;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static bool IsPlanned(string statement) =>
        statement.StartsWith("SELECT", StringComparison.Ordinal) || statement.StartsWith("INSERT", StringComparison.Ordinal)
        || statement.StartsWith("UPDATE", StringComparison.Ordinal) || statement.StartsWith("DELETE", StringComparison.Ordinal);
}
