using System.Data.Common;
using Cms.Data;
using Cms.Data.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cms.Testing;

/// <summary>A SQLite file on one connection of its own that notes every statement which the engine runs, with its values; SQLite is asked how it would run them.</summary>
public sealed class TracedDatabase : IDatabase, IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<string> _statements = [];

    // The library calls it as long as the connection is open.
    private readonly strdelegate_trace _trace;

    public TracedDatabase(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
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

    /// <summary>The steps of a plan that cost more the longer a table gets: a walk over it, or a sort of what is read.</summary>
    /// <param name="small">Tables, and aliases of short lists, that stay short.</param>
    public static IEnumerable<string> Slow(string statement, IEnumerable<string> plan, params IReadOnlyCollection<string> small) => plan.Where(step =>
        step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        || (step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("CONSTANT ROW", StringComparison.Ordinal) && !small.Contains(step.Split(' ')[1])
            && !IsBounded(statement, step)));

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default) => read(_connection);

    public async Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default)
    {
        await using var transaction = await _connection.BeginTransactionAsync(token);
        var result = await write(new WriteUnit(_connection, transaction, Dialect));
        await transaction.CommitAsync(token);
        return result;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>The first rows of a table without a condition, or in the order of an index, are the first ones read.</summary>
    private static bool IsBounded(string statement, string step) => statement.Contains("LIMIT", StringComparison.Ordinal)
        && (step.Contains("USING INDEX", StringComparison.Ordinal) || (statement.EndsWith("LIMIT 1", StringComparison.Ordinal) && !statement.Contains("WHERE", StringComparison.Ordinal)));

    private static bool IsPlanned(string statement) =>
        statement.StartsWith("WITH", StringComparison.Ordinal) || statement.StartsWith("SELECT", StringComparison.Ordinal) || statement.StartsWith("INSERT", StringComparison.Ordinal)
        || statement.StartsWith("UPDATE", StringComparison.Ordinal) || statement.StartsWith("DELETE", StringComparison.Ordinal);
}
