using System.Text;
using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class CopyTests(TestStore store)
{
    private const string Document = """{"Title": "L’été\t\n\\N à Pau"}""";
    private readonly IDatabase _database = store.Database;

    private ISqlDialect Dialect => _database.Dialect;

    [StoreFact]
    public async Task Restoring_brings_back_every_row_as_it_was()
    {
        await CreateAsync("restored");
        await InsertAsync("restored");
        var file = Path.Combine(store.Folder, "restored.copy");
        await store.Copy.BackupAsync(file);
        await _database.WriteAsync(unit => unit.ExecuteAsync("DELETE FROM a_restored"));
        await _database.WriteAsync(unit => unit.ExecuteAsync("UPDATE restored SET name = 'changed'"));
        await InsertAsync("restored");

        await store.Copy.RestoreAsync(file);

        var rows = (await _database.ReadAsync(connection => connection.QueryAsync<(long Id, string? Name, byte[] Document, byte[] Bytes)>(
            $"SELECT id, name, {Dialect.JsonOut("document")}, bytes FROM restored"))).ToList();
        var row = Assert.Single(rows);
        Assert.Equal((1L, null), (row.Id, row.Name));
        Assert.Equal(Document, Encoding.UTF8.GetString(row.Document));
        Assert.Equal([0, 255, 10], row.Bytes);
        Assert.Equal(1, await store.CountAsync("a_restored"));
        Assert.Equal("L’été\t\n\\N à Pau", await _database.ReadAsync(connection => connection.QueryFirstAsync<string>("SELECT title FROM restored")));
    }

    [StoreFact]
    public async Task Numbers_go_on_after_a_restore()
    {
        await CreateAsync("counted");
        await InsertAsync("counted");
        await InsertAsync("counted");
        var file = Path.Combine(store.Folder, "counted.copy");
        await store.Copy.BackupAsync(file);

        await store.Copy.RestoreAsync(file);
        await InsertAsync("counted");

        Assert.Equal([1, 2, 3], await _database.ReadAsync(connection => connection.QueryAsync<long>("SELECT id FROM counted ORDER BY id")));
    }

    [StoreFact]
    public async Task Followers_start_again_and_can_read_the_restored_log()
    {
        var log = store.ChangeLog();
        var positions = new FollowerPositions(_database);
        await _database.WriteAsync(unit => log.AppendAsync(unit, new ChangeLogEntry("content", "publish", "kept")));
        var file = Path.Combine(store.Folder, "followed.copy");
        await positions.SaveAsync("search", await log.LatestAsync());
        await store.Copy.BackupAsync(file);
        await _database.WriteAsync(unit => log.AppendAsync(unit, new ChangeLogEntry("content", "publish", "lost")));
        await positions.SaveAsync("search", await log.LatestAsync());

        await store.Copy.RestoreAsync(file);
        await _database.WriteAsync(unit => log.AppendAsync(unit, new ChangeLogEntry("content", "publish", "new")));

        Assert.Equal(ChangeLogPosition.Start, await positions.ReadAsync("search"));
        var sets = (await log.ReadAsync(ChangeLogPosition.Start, 1000)).Select(change => change.Entry.Set).ToList();
        Assert.Equal(["kept", "new"], sets[^2..]);
        Assert.DoesNotContain("lost", sets);
    }

    [StoreFact]
    public async Task A_copy_made_while_others_write_holds_whole_writes()
    {
        await store.CreateTableAsync($"CREATE TABLE first_half (number {Dialect.Integer})");
        await store.CreateTableAsync($"CREATE TABLE second_half (number {Dialect.Integer})");
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await _database.WriteAsync(async unit =>
                {
                    await unit.ExecuteAsync("INSERT INTO first_half VALUES (1)");
                    await unit.ExecuteAsync("INSERT INTO second_half VALUES (1)");
                });
            }
        });
        var file = Path.Combine(store.Folder, "while.copy");

        await store.Copy.BackupAsync(file);
        await store.Copy.BackupAsync(file);
        await enough.CancelAsync();
        await writer;
        await store.Copy.RestoreAsync(file);

        Assert.NotEqual(0, await store.CountAsync("first_half"));
        Assert.Equal(await store.CountAsync("first_half"), await store.CountAsync("second_half"));
    }

    [StoreFact]
    public async Task A_file_that_is_no_copy_is_refused_and_changes_nothing()
    {
        await store.CreateTableAsync($"CREATE TABLE untouched (number {Dialect.Integer})");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO untouched VALUES (1)"));
        var file = Path.Combine(store.Folder, "text.copy");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("not a copy ", 1000)));

        var unreadable = await Assert.ThrowsAsync<BackupException>(() => store.Copy.RestoreAsync(file));
        var missing = await Assert.ThrowsAsync<BackupException>(() => store.Copy.RestoreAsync(file + ".missing"));

        Assert.Equal(("backup.unreadable", "backup.unreadable"), (unreadable.Key, missing.Key));
        Assert.Equal(1, await store.CountAsync("untouched"));
    }

    [StoreFact]
    public async Task A_copy_that_was_cut_short_is_refused_and_changes_nothing()
    {
        await CreateAsync("whole");
        await InsertAsync("whole");
        var file = Path.Combine(store.Folder, "short.copy");
        await store.Copy.BackupAsync(file);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length * 2 / 3)]);

        await Assert.ThrowsAsync<BackupException>(() => store.Copy.RestoreAsync(file));

        Assert.Equal(1, await store.CountAsync("whole"));
    }

    private async Task CreateAsync(string table)
    {
        await store.CreateTableAsync(
            $"CREATE TABLE {table} (id {Dialect.Identity}, name {Dialect.Text}, document {Dialect.Json}, bytes {Dialect.Bytes})");

        // Its name comes before its parent's; a restore must go by the reference.
        await store.CreateTableAsync($"CREATE TABLE a_{table} (parent_id {Dialect.Integer} REFERENCES {table} (id))");
        await _database.WriteAsync(async unit =>
        {
            foreach (var statement in Dialect.AddGeneratedColumn(table, "title", "document", ["Title"], JsonKind.Text))
            {
                await unit.ExecuteAsync(statement);
            }
        });
    }

    private Task InsertAsync(string table) => _database.WriteAsync(async unit =>
    {
        var document = Encoding.UTF8.GetBytes(Document.Replace("\t", "\\t", StringComparison.Ordinal));
        var id = await unit.SingleAsync<long>(
            $"INSERT INTO {table} (document, bytes) VALUES ({Dialect.JsonIn("@document")}, @bytes) RETURNING id",
            new { document, bytes = new byte[] { 0, 255, 10 } });
        await unit.ExecuteAsync($"INSERT INTO a_{table} VALUES (@id)", new { id });
    });
}

public sealed class SqliteCopyTests(SqliteStore store) : CopyTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresCopyTests(PostgresStore store) : CopyTests(store), IClassFixture<PostgresStore>;
