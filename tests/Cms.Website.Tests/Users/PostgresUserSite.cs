using Cms.Data;

namespace Cms.Website.Tests.Users;

/// <summary>The same website on PostgreSQL, in a database of its own.</summary>
public sealed class PostgresUserSite(PostgresServer server) : UserSite
{
    private string? _database;

    protected override IEnumerable<(string Key, string Value)> Database =>
        [(DatabaseSettings.ProviderKey, DatabaseSettings.PostgreSql), (DatabaseSettings.ConnectionStringKey, _database!)];

    public override async Task InitializeAsync()
    {
        if (server.Cluster is not null)
        {
            _database = await server.Cluster.CreateDatabaseAsync();
            await base.InitializeAsync();
        }
    }
}
