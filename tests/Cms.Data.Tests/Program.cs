using Cms.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.Data.Tests;

/// <summary>
/// With <c>schema FILE</c>, writes the fixture of the schema that this program knows (see <see cref="Content.SchemaFixture"/>). Else run as a process of
/// its own by <see cref="KillTests"/>: takes a data folder's lock and writes until it is killed, printing each number once it is durable.
/// </summary>
internal static class Program
{
    private const int Callers = 8;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["schema", var file])
        {
            await Content.SchemaFixture.WriteAsync(file);
            return 0;
        }

        var folder = arguments[0];
        using var held = DataFolderLock.TryAcquire(folder);
        if (held is null)
        {
            await Console.Out.WriteLineAsync("locked");
            return 1;
        }

        await using var database = SqliteDatabase.Open(Path.Combine(folder, "cms.db"), new CommitSignal(), NullLogger<SqliteDatabase>.Instance);
        await database.WriteAsync(unit => unit.ExecuteAsync("CREATE TABLE IF NOT EXISTS written (number INTEGER PRIMARY KEY AUTOINCREMENT, filling TEXT)"));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WriteForEverAsync(database)));
        return 0;
    }

    private static async Task WriteForEverAsync(SqliteDatabase database)
    {
        while (true)
        {
            var number = await database.WriteAsync(
                unit => unit.SingleAsync<long>("INSERT INTO written (filling) VALUES (@filling) RETURNING number", new { filling = new string('x', 500) }));
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{number}"));
        }
    }
}
