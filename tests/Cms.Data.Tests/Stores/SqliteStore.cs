using Cms.Data.Sqlite;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.Data.Tests.Stores;

public sealed class SqliteStore : TestStore
{
    private SqliteDatabase? _database;

    public override IDatabase Database => _database ?? throw new InvalidOperationException("Not open.");

    public override IDatabaseCopy Copy => new SqliteCopy(_database ?? throw new InvalidOperationException("Not open."));

    public override bool WritesOverlap => false;

    public override async Task<string> PlanAsync(string sql, object args) => string.Join(
        '\n', await Database.ReadAsync(async connection => (await connection.QueryAsync($"EXPLAIN QUERY PLAN {sql}", args)).Select(row => (string)row.detail)));

    protected override Task<bool> OpenAsync()
    {
        _database = SqliteDatabase.Open(Path.Combine(Folder, "cms.db"), Committed, NullLogger<SqliteDatabase>.Instance);
        return Task.FromResult(true);
    }

    protected override async Task CloseAsync() => await _database!.DisposeAsync();
}
