using Cms.Data.PostgreSql;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cms.Data.Tests.Stores;

public sealed class PostgresStore(PostgresServer server) : TestStore
{
    private PostgresDatabase? _database;

    public override IDatabase Database => _database ?? throw new InvalidOperationException("Not open.");

    public override IDatabaseCopy Copy => new PostgresCopy(_database ?? throw new InvalidOperationException("Not open."));

    public override bool WritesOverlap => true;

    public override async Task<string> PlanAsync(string sql, object args) =>
        string.Join('\n', await Database.ReadAsync(connection => connection.QueryAsync<string>($"EXPLAIN {sql}", args)));

    protected override async Task<bool> OpenAsync()
    {
        if (server.Cluster is null)
        {
            return false;
        }

        _database = PostgresDatabase.Open(await server.Cluster.CreateDatabaseAsync(), Committed, NullLogger<PostgresDatabase>.Instance);
        return true;
    }

    protected override async Task CloseAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
