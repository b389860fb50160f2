using System.Globalization;
using Cms.Core;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Cms.Data;

/// <summary>Brings the store's schema up to what the modules know.</summary>
public sealed class MigrationRunner(IDatabase database, TimeProvider time, ILogger<MigrationRunner> logger)
{
    private const string AppliedSql = "SELECT module, max(number) FROM schema_migration GROUP BY module";

    /// <summary>
    /// Applies what is missing, set after set in the given order, each migration in one transaction with the note that it was applied. Stops at the
    /// first failure; what was applied stays, and the next run goes on from there.
    /// </summary>
    /// <exception cref="SchemaTooNewException">A module's tables are ahead of the program; nothing was applied.</exception>
    /// <exception cref="MigrationFailedException">A migration failed and left nothing behind.</exception>
    public async Task RunAsync(IReadOnlyList<MigrationSet> sets, CancellationToken token = default)
    {
        await database.WriteAsync(CreateTableAsync, token);
        var applied = await AppliedAsync(token);
        if (sets.FirstOrDefault(set => applied.GetValueOrDefault(set.Module) > set.Migrations.Count) is { } behind)
        {
            throw new SchemaTooNewException(behind.Module, applied[behind.Module], behind.Migrations.Count);
        }

        foreach (var set in sets)
        {
            foreach (var migration in set.Migrations.Skip((int)applied.GetValueOrDefault(set.Module)))
            {
                await ApplyAsync(set.Module, migration, token);
            }
        }
    }

    /// <summary>The number of the last migration that each module's tables had; modules without tables are missing. <see cref="RunAsync"/> ran before.</summary>
    public Task<Dictionary<string, long>> AppliedAsync(CancellationToken token = default) => database.ReadAsync(
        async connection => (await connection.QueryAsync<(string Module, long Number)>(AppliedSql)).ToDictionary(row => row.Module, row => row.Number),
        token);

    /// <summary>Applies what is missing inside a transaction that does more: all of it becomes durable with that transaction, or nothing.</summary>
    /// <exception cref="SchemaTooNewException">A module's tables are ahead of the program.</exception>
    public async Task ApplyPendingAsync(WriteUnit unit, IReadOnlyList<MigrationSet> sets)
    {
        var applied = (await unit.QueryAsync<(string Module, long Number)>(AppliedSql)).ToDictionary(row => row.Module, row => row.Number);
        foreach (var set in sets)
        {
            var last = applied.GetValueOrDefault(set.Module);
            if (last > set.Migrations.Count)
            {
                throw new SchemaTooNewException(set.Module, last, set.Migrations.Count);
            }

            foreach (var migration in set.Migrations.Skip((int)last))
            {
                await ApplyAsync(unit, set.Module, migration);
            }
        }
    }

    private static Task CreateTableAsync(WriteUnit unit) => unit.ExecuteAsync(
        $"""
        CREATE TABLE IF NOT EXISTS schema_migration (
            module {unit.Dialect.Text} NOT NULL, number {unit.Dialect.Integer} NOT NULL, name {unit.Dialect.Text} NOT NULL,
            applied_utc {unit.Dialect.Text} NOT NULL, PRIMARY KEY (module, number))
        """);

    private async Task ApplyAsync(string module, Migration migration, CancellationToken token)
    {
        try
        {
            await database.WriteAsync(unit => ApplyAsync(unit, module, migration), token);
            WorkSteps.Log.Reached("migration.applied");
            Log.MigrationApplied(logger, module, migration.Number, migration.Name);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new MigrationFailedException(module, migration, e);
        }
    }

    private async Task ApplyAsync(WriteUnit unit, string module, Migration migration)
    {
        // The note comes first: a second node that migrates at the same time waits here for the first one, and then has nothing to do.
        var mine = await unit.ExecuteAsync(
            "INSERT INTO schema_migration (module, number, name, applied_utc) VALUES (@module, @Number, @Name, @now) ON CONFLICT DO NOTHING",
            new { module, migration.Number, migration.Name, now = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        if (mine == 1)
        {
            await migration.ApplyAsync(unit);
        }
    }
}

/// <summary>The store was written by a newer program. It is refused, for an older one could spoil what it does not know.</summary>
public sealed class SchemaTooNewException(string module, long recorded, int known) : Exception(
    FormattableString.Invariant($"The database is newer than the program: {module} is at migration {recorded}, the program knows {known}. ")
    + "Start the newer program, or restore a backup from before it.")
{
    public string Module { get; } = module;

    public long Recorded { get; } = recorded;

    public int Known { get; } = known;
}

/// <summary>A migration that could not be applied; the cause is the inner exception.</summary>
public sealed class MigrationFailedException(string module, Migration migration, Exception cause) : Exception(
    FormattableString.Invariant($"Migration {migration.Number} of {module} ({migration.Name}) failed: {cause.Message}"), cause)
{
    public string Module { get; } = module;

    public int Number { get; } = migration.Number;
}
