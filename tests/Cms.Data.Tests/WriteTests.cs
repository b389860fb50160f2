using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class WriteTests(TestStore store)
{
    private readonly IDatabase _database = store.Database;

    [StoreFact]
    public async Task Returns_what_the_unit_returned_and_a_reader_sees_the_row()
    {
        await store.CreateTableAsync($"CREATE TABLE seen (name {_database.Dialect.Text})");

        var result = await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO seen VALUES (@name)", new { name = "Œuvre" }));

        Assert.Equal(1, result);
        Assert.Equal("Œuvre", await _database.ReadAsync(connection => connection.QueryFirstAsync<string>("SELECT name FROM seen")));
    }

    [StoreFact]
    public async Task Leaves_nothing_behind_when_the_unit_throws()
    {
        await store.CreateTableAsync($"CREATE TABLE undone (name {_database.Dialect.Text})");

        await Assert.ThrowsAsync<FormatException>(() => _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("INSERT INTO undone VALUES ('a')");
            throw new FormatException();
        }));

        Assert.Equal(0, await store.CountAsync("undone"));
    }

    [StoreFact]
    public async Task Refuses_a_stale_revision()
    {
        await store.CreateTableAsync($"CREATE TABLE revised (id {_database.Dialect.Integer}, revision {_database.Dialect.Integer})");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO revised VALUES (1, 1)"));
        Task Save(int basedOn) => _database.WriteAsync(
            unit => unit.ExpectAsync(1, "UPDATE revised SET revision = revision + 1 WHERE id = 1 AND revision = @basedOn", new { basedOn }));
        await Save(1);

        var stale = await Assert.ThrowsAsync<StaleRevisionException>(() => Save(1));

        Assert.Equal(409, stale.Status);
        Assert.Equal(2, await _database.ReadAsync(connection => connection.QueryFirstAsync<long>("SELECT revision FROM revised")));
    }

    [StoreFact]
    public async Task Refuses_a_write_inside_a_write()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync(
            unit => _database.WriteAsync(inner => inner.SingleAsync<long>("SELECT 1"))));

        Assert.Equal(1, await _database.WriteAsync(unit => unit.SingleAsync<long>("SELECT 1")));
    }

    [StoreFact]
    public async Task Never_runs_a_cancelled_write()
    {
        await store.CreateTableAsync($"CREATE TABLE cancelled (name {_database.Dialect.Text})");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _database.WriteAsync(
            unit => unit.ExecuteAsync("INSERT INTO cancelled VALUES ('a')"), new CancellationToken(canceled: true)));

        Assert.Equal(0, await store.CountAsync("cancelled"));
    }

    [StoreFact]
    public async Task Runs_a_unit_in_the_culture_of_its_caller()
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");

        var name = await _database.WriteAsync(unit => Task.FromResult(System.Globalization.CultureInfo.CurrentCulture.Name));

        Assert.Equal("fr-FR", name);
    }

    [StoreFact]
    public async Task Waits_for_a_unit_that_yields()
    {
        await store.CreateTableAsync($"CREATE TABLE yielded (name {_database.Dialect.Text})");

        await _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("INSERT INTO yielded VALUES ('a')");
            await Task.Yield();
            await unit.ExecuteAsync("INSERT INTO yielded VALUES ('b')");
        });

        Assert.Equal(2, await store.CountAsync("yielded"));
    }

    [StoreFact]
    public async Task A_reader_can_not_write()
    {
        await store.CreateTableAsync($"CREATE TABLE guarded (name {_database.Dialect.Text})");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => _database.ReadAsync(connection => connection.ExecuteAsync("INSERT INTO guarded VALUES ('a')")));
    }

    [StoreFact]
    public async Task Refuses_a_row_that_points_nowhere()
    {
        await store.CreateTableAsync($"CREATE TABLE parent (id {_database.Dialect.Integer} PRIMARY KEY)");
        await store.CreateTableAsync($"CREATE TABLE child (id {_database.Dialect.Integer} REFERENCES parent (id))");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO child VALUES (7)")));
    }
}

public sealed class SqliteWriteTests(SqliteStore store) : WriteTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresWriteTests(PostgresStore store) : WriteTests(store), IClassFixture<PostgresStore>;
