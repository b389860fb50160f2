using Cms.Data;
using Cms.Data.Sqlite;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.Website.Tests.Users;

/// <summary>The tables of one module as an earlier program left them, and then upgraded.</summary>
internal static class OldSchema
{
    /// <param name="fixture">Statements that make the tables, beside the test assembly.</param>
    /// <param name="migrations">The module's own.</param>
    public static async Task<SqliteDatabase> UpgradeAsync(string folder, string fixture, MigrationSet migrations)
    {
        var database = Open(folder, "cms.db");
        await database.WriteAsync(async unit =>
        {
            foreach (var statement in (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, fixture))).Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            {
                await unit.ExecuteAsync(statement);
            }
        });
        await RunAsync(database, migrations);
        return database;
    }

    /// <summary>Asserts that the upgraded tables are those of a new database.</summary>
    public static async Task CompareAsync(SqliteDatabase upgraded, string folder, MigrationSet migrations)
    {
        await using var fresh = Open(folder, "fresh.db");
        await RunAsync(fresh, migrations);
        Assert.Equal(await OutlineAsync(fresh), await OutlineAsync(upgraded));
    }

    private static SqliteDatabase Open(string folder, string name) => SqliteDatabase.Open(Path.Combine(folder, name), new CommitSignal(), NullLogger<SqliteDatabase>.Instance);

    private static Task RunAsync(SqliteDatabase database, MigrationSet migrations) => new MigrationRunner(database, TimeProvider.System, NullLogger<MigrationRunner>.Instance).RunAsync([migrations]);

    private static async Task<List<string>> OutlineAsync(SqliteDatabase database) => (await database.ReadAsync(c => c.QueryAsync<string>(
        """
        SELECT m.type || ' ' || m.name || COALESCE(' ' || x.name, '') FROM sqlite_master m LEFT JOIN pragma_table_xinfo(m.name) x
        WHERE m.name NOT LIKE 'sqlite%' ORDER BY 1
        """))).AsList();
}
