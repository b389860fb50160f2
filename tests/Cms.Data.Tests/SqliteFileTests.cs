using Cms.Core.Errors;
using Cms.Data.Sqlite;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cms.Data.Tests;

/// <summary>What only a file can do: be full, be something else, be closed.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cms-data-tests-");

    private string DatabaseFile => Path.Combine(_folder.FullName, "cms.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task On_a_full_disk_writers_are_told_reads_go_on_and_writes_succeed_once_there_is_room()
    {
        await using var database = Open();
        await database.WriteAsync(unit => unit.ExecuteAsync("CREATE TABLE filled (filling TEXT)"));
        await database.WriteAsync(unit => unit.SingleAsync<long>("PRAGMA max_page_count=20;"));
        var filling = new string('x', 20_000);
        Task Fill() => database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO filled VALUES (@filling)", new { filling }));

        var writes = Enumerable.Range(0, 20).Select(_ => Fill()).ToList();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Contains(writes, write => write.IsFaulted);
        Assert.All(writes.Where(write => write.IsFaulted), write => Assert.IsType<StoreFullException>(write.Exception!.InnerException));
        Assert.Equal(writes.Count(write => write.IsCompletedSuccessfully), await CountAsync(database));

        await database.WriteAsync(unit => unit.SingleAsync<long>("PRAGMA max_page_count=100000;"));
        var before = await CountAsync(database);
        await Fill();
        Assert.Equal(before + 1, await CountAsync(database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        var text = string.Concat(Enumerable.Repeat("minutes of the meeting ", 100));
        await File.WriteAllTextAsync(DatabaseFile, text);

        var refusal = Assert.Throws<SettingException>(Open);

        Assert.Equal("Cms:DataPath", refusal.Setting);
        Assert.Equal(text, await File.ReadAllTextAsync(DatabaseFile));
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_refuses_later_ones_and_leaves_one_file()
    {
        var database = Open();
        await database.WriteAsync(unit => unit.ExecuteAsync("CREATE TABLE filled (filling TEXT)"));
        await CountAsync(database);
        var writes = Enumerable.Range(0, 300).Select(_ => database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO filled VALUES ('x')"))).ToList();

        await database.DisposeAsync();
        await Task.WhenAll(writes);
        await database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO filled VALUES ('x')")));
        Assert.Equal(["cms.db"], _folder.GetFiles().Select(file => file.Name));
        await using var again = Open();
        Assert.Equal(300, await CountAsync(again));
    }

    [Fact]
    public async Task The_log_file_is_emptied_when_the_writer_has_nothing_to_do()
    {
        await using var database = Open();
        await database.WriteAsync(unit => unit.ExecuteAsync("CREATE TABLE filled (filling TEXT)"));
        var log = new FileInfo(DatabaseFile + "-wal");
        Assert.NotEqual(0, log.Length);

        for (var tries = 0; log.Length > 0; tries++)
        {
            Assert.True(tries < 300, "The log file was not emptied.");
            await Task.Delay(100);
            log.Refresh();
        }
    }

    [Theory]
    [InlineData("3.50.4", true)]
    [InlineData("3.50.6", true)]
    [InlineData("3.50.7", false)]
    [InlineData("3.51.0", true)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.53.0", false)]
    public void Knows_the_versions_with_the_wal_reset_fault(string version, bool faulty) =>
        Assert.Equal(faulty, SqliteLibrary.HasWalResetFault(Version.Parse(version)));

    [Fact]
    public async Task Names_the_version_that_runs()
    {
        await using var database = Open();

        Assert.Equal(database.Engine.Version, await database.ReadAsync(connection => connection.QueryFirstAsync<string>("SELECT sqlite_version()")));
    }

    private static Task<long> CountAsync(SqliteDatabase database) =>
        database.ReadAsync(connection => connection.QueryFirstAsync<long>("SELECT count(*) FROM filled"));

    private SqliteDatabase Open() => SqliteDatabase.Open(DatabaseFile, new CommitSignal(), NullLogger<SqliteDatabase>.Instance);
}
