using Cms.Data;
using Cms.Data.Sqlite;
using Cms.Users;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cms.Website.Tests.Users;

/// <summary>Account tables of earlier programs are upgraded, and their accounts and sign-ins go on.</summary>
public sealed class UserSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-users-").FullName;

    [Fact]
    public async Task Accounts_of_the_third_schema_go_on_without_a_scope()
    {
        await using var database = SqliteDatabase.Open(Path.Combine(_folder, "cms.db"), new CommitSignal(), NullLogger<SqliteDatabase>.Instance);
        await database.WriteAsync(async unit =>
        {
            foreach (var statement in (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Users", "Fixtures", "users-3.sql"))).Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            {
                await unit.ExecuteAsync(statement);
            }
        });

        await new MigrationRunner(database, TimeProvider.System, NullLogger<MigrationRunner>.Instance).RunAsync([new Migrations()]);

        var cache = new AccountCache(database, Options.Create(new UserSettings()), TimeProvider.System);
        using var store = new UserStore(database, cache);
        var account = (await store.FindByNameAsync("HÉLÈNE", default))!;
        Assert.Equal(("Hélène", "helene@example.org", "hash", 7, true), (account.Name, account.Email, account.PasswordHash, account.Revision, account.Enabled));
        Assert.Equal((null, null, ""), (account.Scope.Publishers, account.Scope.Cultures, account.Culture));
        Assert.Equal(["Editor"], account.Roles);
        var session = (await cache.SessionAsync("session", default))!;
        Assert.Equal(session.CreatedUtc, session.SeenUtc);
        await using var fresh = SqliteDatabase.Open(Path.Combine(_folder, "fresh.db"), new CommitSignal(), NullLogger<SqliteDatabase>.Instance);
        await new MigrationRunner(fresh, TimeProvider.System, NullLogger<MigrationRunner>.Instance).RunAsync([new Migrations()]);
        Assert.Equal(await OutlineAsync(fresh), await OutlineAsync(database));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<string>> OutlineAsync(SqliteDatabase database) => (await database.ReadAsync(c => c.QueryAsync<string>(
        """
        SELECT m.type || ' ' || m.name || COALESCE(' ' || x.name, '') FROM sqlite_master m LEFT JOIN pragma_table_xinfo(m.name) x
        WHERE m.name NOT LIKE 'sqlite%' ORDER BY 1
        """))).AsList();
}
