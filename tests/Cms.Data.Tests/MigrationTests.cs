using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class MigrationTests(TestStore store)
{
    private readonly IDatabase _database = store.Database;

    [StoreFact]
    public async Task Applies_each_migration_once_and_a_later_one_when_it_arrives()
    {
        await store.Runner().RunAsync([new Numbered("Once", 2)]);
        await store.Runner().RunAsync([new Numbered("Once", 2)]);
        await store.Runner().RunAsync([new Numbered("Once", 3)]);

        Assert.Equal([1, 2, 3], await AppliedAsync("Once"));
        Assert.Equal(3, await store.CountAsync("once"));
    }

    [StoreFact]
    public async Task Stops_at_a_failure_that_leaves_nothing_behind_and_goes_on_from_there()
    {
        var failure = await Assert.ThrowsAsync<MigrationFailedException>(() => store.Runner().RunAsync([new Numbered("Resumed", 3, failing: 2)]));

        Assert.Equal(("Resumed", 2), (failure.Module, failure.Number));
        Assert.IsType<FormatException>(failure.InnerException);
        Assert.Equal([1], await AppliedAsync("Resumed"));
        Assert.Equal(1, await store.CountAsync("resumed"));

        await store.Runner().RunAsync([new Numbered("Resumed", 3)]);
        Assert.Equal(3, await store.CountAsync("resumed"));
    }

    [StoreFact]
    public async Task Refuses_a_newer_schema_before_it_changes_anything()
    {
        await store.Runner().RunAsync([new Numbered("Newer", 2)]);

        var refusal = await Assert.ThrowsAsync<SchemaTooNewException>(() => store.Runner().RunAsync([new Numbered("Untouched", 1), new Numbered("Newer", 1)]));

        Assert.Equal(("Newer", 2L, 1), (refusal.Module, refusal.Recorded, refusal.Known));
        Assert.Empty(await AppliedAsync("Untouched"));
    }

    [StoreFact]
    public async Task Leaves_a_module_alone_that_the_program_does_not_name()
    {
        await store.Runner().RunAsync([new Numbered("Absent", 2)]);

        await store.Runner().RunAsync([]);

        Assert.Equal([1, 2], await AppliedAsync("Absent"));
    }

    [StoreFact]
    public async Task Two_runners_at_once_apply_each_migration_once()
    {
        await Task.WhenAll(store.Runner().RunAsync([new Numbered("Twice", 4)]), store.Runner().RunAsync([new Numbered("Twice", 4)]));

        Assert.Equal([1, 2, 3, 4], await AppliedAsync("Twice"));
        Assert.Equal(4, await store.CountAsync("twice"));
    }

    [StoreFact]
    public void A_gap_in_the_numbers_is_refused() => Assert.Throws<InvalidOperationException>(() => new Gapped());

    private Task<IEnumerable<long>> AppliedAsync(string module) => _database.ReadAsync(
        connection => connection.QueryAsync<long>("SELECT number FROM schema_migration WHERE module = @module ORDER BY number", new { module }));

    /// <summary>Creates a table named like the module and adds one row per migration.</summary>
    private sealed class Numbered : MigrationSet
    {
        public Numbered(string module, int count, int failing = 0)
            : base(module)
        {
            var table = module.ToLowerInvariant();
            foreach (var number in Enumerable.Range(1, count))
            {
                Add(number, $"step {number}", async unit =>
                {
                    if (number == 1)
                    {
                        await unit.ExecuteAsync($"CREATE TABLE {table} (number {unit.Dialect.Integer})");
                    }

                    await unit.ExecuteAsync($"INSERT INTO {table} VALUES ({number})");
                    if (number == failing)
                    {
                        throw new FormatException();
                    }
                });
            }
        }
    }

    private sealed class Gapped : MigrationSet
    {
        public Gapped()
            : base("Gapped")
        {
            Add(2, "no first", _ => ["SELECT 1"]);
        }
    }
}

public sealed class SqliteMigrationTests(SqliteStore store) : MigrationTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresMigrationTests(PostgresStore store) : MigrationTests(store), IClassFixture<PostgresStore>;
