using Dapper;
using Xunit;

namespace Cms.Data.Tests.Stores;

/// <summary>One database for one class of tests. Each test uses tables and modules of its own names.</summary>
public abstract class TestStore : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cms-data-tests-");

    public string Folder => _folder.FullName;

    public CommitSignal Committed { get; } = new();

    public abstract IDatabase Database { get; }

    public abstract IDatabaseCopy Copy { get; }

    /// <summary>Whether two writes can run at the same time.</summary>
    public abstract bool WritesOverlap { get; }

    public async Task InitializeAsync()
    {
        if (await OpenAsync())
        {
            await Runner().RunAsync([new DataMigrations()]);
        }
    }

    public async Task DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    public MigrationRunner Runner() => new(Database, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<MigrationRunner>.Instance);

    public ChangeLog ChangeLog() => new(Database, Committed, TimeProvider.System);

    public Task CreateTableAsync(string sql) => Database.WriteAsync(unit => unit.ExecuteAsync(sql));

    public Task<long> CountAsync(string table) => Database.ReadAsync(connection => connection.QueryFirstAsync<long>($"SELECT count(*) FROM {table}"));

    /// <summary>How the database would run a query.</summary>
    public abstract Task<string> PlanAsync(string sql, object args);

    /// <summary>Opens <see cref="Database"/>; false when the tests of this database are left out.</summary>
    protected abstract Task<bool> OpenAsync();

    protected abstract Task CloseAsync();
}
