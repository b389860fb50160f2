namespace Cms.Website.Tests.Api;

/// <summary>The same website on PostgreSQL, in a database of its own.</summary>
public sealed class PostgresWebsite(PostgresServer server) : SeededWebsite
{
    private IReadOnlyList<(string Key, string Value)> _database = [];

    protected override IEnumerable<(string Key, string Value)> Database => _database;

    public override async Task InitializeAsync()
    {
        if (await server.NewWebsiteAsync() is { } database)
        {
            _database = database;
            await base.InitializeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
