using Cms.Data;
using Xunit;

namespace Cms.Testing;

/// <summary>The server of the PostgreSQL tests of one test project.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>Null when the tests of PostgreSQL are left out.</summary>
    public PostgresCluster? Cluster { get; private set; }

    /// <summary>Settings of a website on a new database; null when the tests of PostgreSQL are left out.</summary>
    public async Task<IReadOnlyList<(string Key, string Value)>?> NewWebsiteAsync() => Cluster is null ? null : Settings(await Cluster.CreateDatabaseAsync());

    /// <summary>Settings of a website on a database.</summary>
    public static IReadOnlyList<(string Key, string Value)> Settings(string connectionString) =>
        [(DatabaseSettings.ProviderKey, DatabaseSettings.PostgreSql), (DatabaseSettings.ConnectionStringKey, connectionString)];

    public async Task InitializeAsync() => Cluster = PostgresCluster.IsLeftOut ? null : await PostgresCluster.StartAsync();

    public async Task DisposeAsync()
    {
        if (Cluster is not null)
        {
            await Cluster.DisposeAsync();
        }
    }
}
