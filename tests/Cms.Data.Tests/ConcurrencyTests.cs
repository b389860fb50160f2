using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class ConcurrencyTests(TestStore store)
{
    private readonly IDatabase _database = store.Database;

    [StoreFact]
    public async Task Units_that_fail_take_nothing_of_their_neighbours_with_them()
    {
        await store.CreateTableAsync($"CREATE TABLE mixed (number {_database.Dialect.Integer} NOT NULL)");

        var writes = Enumerable.Range(0, 200).Select(number => _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("INSERT INTO mixed VALUES (@number)", new { number });
            return number % 10 == 0 ? throw new FormatException() : number;
        })).ToList();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(20, writes.Count(write => write.IsFaulted && write.Exception!.InnerException is FormatException));
        Assert.Equal(
            Enumerable.Range(0, 200).Where(number => number % 10 != 0).Select(number => (long)number),
            await _database.ReadAsync(connection => connection.QueryAsync<long>("SELECT number FROM mixed ORDER BY number")));
    }

    [StoreFact]
    public async Task Of_writers_based_on_the_same_revision_one_wins()
    {
        await store.CreateTableAsync($"CREATE TABLE contested (revision {_database.Dialect.Integer})");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO contested VALUES (1)"));

        var writes = Enumerable.Range(0, 20).Select(_ => _database.WriteAsync(
            unit => unit.ExpectAsync(1, "UPDATE contested SET revision = revision + 1 WHERE revision = 1"))).ToList();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, writes.Count(write => write.IsCompletedSuccessfully));
        Assert.Equal(19, writes.Count(write => write.Exception?.InnerException is StaleRevisionException));
        Assert.Equal(2, await _database.ReadAsync(connection => connection.QueryFirstAsync<long>("SELECT revision FROM contested")));
    }

    [StoreFact]
    public async Task A_reader_sees_a_write_whole_or_not_at_all()
    {
        await store.CreateTableAsync($"CREATE TABLE pairs (number {_database.Dialect.Integer})");
        var writer = Task.Run(async () =>
        {
            for (var number = 0; number < 300; number++)
            {
                await _database.WriteAsync(async unit =>
                {
                    await unit.ExecuteAsync("INSERT INTO pairs VALUES (@number)", new { number });
                    await unit.ExecuteAsync("INSERT INTO pairs VALUES (@number)", new { number });
                });
            }
        });

        while (!writer.IsCompleted)
        {
            Assert.Equal(0, await store.CountAsync("pairs") % 2);
        }

        await writer;
        Assert.Equal(600, await store.CountAsync("pairs"));
    }

    [StoreFact]
    public async Task Reads_go_on_while_a_write_runs()
    {
        await store.CreateTableAsync($"CREATE TABLE unhindered (number {_database.Dialect.Integer})");
        var written = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var write = _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("INSERT INTO unhindered VALUES (1)");
            written.SetResult();
            await goOn.Task;
        });
        await written.Task;

        Assert.Equal(0, await store.CountAsync("unhindered"));

        goOn.SetResult();
        await write;
        Assert.Equal(1, await store.CountAsync("unhindered"));
    }

    [StoreFact]
    public async Task Who_waits_for_its_turn_sees_what_the_one_before_wrote()
    {
        await store.CreateTableAsync($"CREATE TABLE turns (number {_database.Dialect.Integer})");
        var (written, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync(unit.Dialect.Turn, new { name = "one" });
            await unit.ExecuteAsync("INSERT INTO turns VALUES (1)");
            written.SetResult();
            await goOn.Task;
        });
        await written.Task;

        var second = _database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync(unit.Dialect.Turn, new { name = "one" });
            return await unit.SingleAsync<long>("SELECT COUNT(*) FROM turns");
        });
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(300)));
        goOn.SetResult();
        await first;

        Assert.Equal(1, await second);
    }

    [StoreFact]
    public async Task A_constraint_that_speaks_at_the_commit_fails_only_the_write_that_broke_it()
    {
        await store.CreateTableAsync($"CREATE TABLE owner (id {_database.Dialect.Integer} PRIMARY KEY)");
        await store.CreateTableAsync(
            $"CREATE TABLE owned (id {_database.Dialect.Integer}, owner_id {_database.Dialect.Integer} REFERENCES owner (id) DEFERRABLE INITIALLY DEFERRED)");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO owner VALUES (0)"));

        var writes = Enumerable.Range(0, 30).Select(id => _database.WriteAsync(
            unit => unit.ExecuteAsync("INSERT INTO owned VALUES (@id, @owner)", new { id, owner = id == 13 ? 1 : 0 }))).ToList();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal([13], Enumerable.Range(0, 30).Where(id => writes[id].IsFaulted));
        Assert.Equal(29, await store.CountAsync("owned"));
    }
}

public sealed class SqliteConcurrencyTests(SqliteStore store) : ConcurrencyTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresConcurrencyTests(PostgresStore store) : ConcurrencyTests(store), IClassFixture<PostgresStore>
{
    private readonly IDatabase _database = store.Database;

    [StoreFact]
    public async Task A_deadlock_is_run_again_and_both_writes_succeed()
    {
        await store.CreateTableAsync("CREATE TABLE locked (id bigint PRIMARY KEY, changes bigint NOT NULL)");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO locked VALUES (1, 0), (2, 0)"));
        var bothHaveOne = new CountdownEvent(2);
        Task Change(int first, int second)
        {
            var tries = 0;
            return _database.WriteAsync(async unit =>
            {
                await unit.ExecuteAsync("UPDATE locked SET changes = changes + 1 WHERE id = @first", new { first });
                if (tries++ == 0)
                {
                    bothHaveOne.Signal();
                    await Task.Run(bothHaveOne.Wait);
                }

                await unit.ExecuteAsync("UPDATE locked SET changes = changes + 1 WHERE id = @second", new { second });
            });
        }

        await Task.WhenAll(Change(1, 2), Change(2, 1));

        Assert.Equal([2, 2], await _database.ReadAsync(connection => connection.QueryAsync<long>("SELECT changes FROM locked")));
    }
}
