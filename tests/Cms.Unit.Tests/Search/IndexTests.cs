using Cms.Search;
using Cms.Search.Index;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static Cms.Unit.Tests.Search.IndexFixture;

namespace Cms.Unit.Tests.Search;

public sealed class IndexTests : IDisposable
{
    private readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task A_new_index_is_empty_and_has_no_position()
    {
        Assert.Null(await _index.Index.PositionAsync());
        Assert.Empty(await _index.SetsAsync("stade"));
    }

    [Fact]
    public async Task Finds_what_was_put_also_after_a_restart()
    {
        await _index.Index.ApplyAsync([Document("a", "Stade de Miramas")], [], "0-7");
        _index.Reopen();
        Assert.Equal("0-7", await _index.Index.PositionAsync());
        Assert.Equal(["a"], await _index.SetsAsync("stades"));
    }

    [Fact]
    public async Task A_document_takes_the_place_of_the_one_with_its_key()
    {
        await _index.PutAsync(Document("a", "Stade"), Document("a", "Stadium", culture: "en"));
        await _index.PutAsync(Document("a", "Collège"));
        Assert.Empty(await _index.SetsAsync("stade"));
        Assert.Equal(["a"], await _index.SetsAsync("college"));
        Assert.Equal(["a"], await _index.SetsAsync("stadium", "en"));
        Assert.Equal(2, await _index.Index.CountAsync());
    }

    [Fact]
    public async Task Deletes_one_culture_and_ignores_what_is_not_there()
    {
        await _index.PutAsync(Document("a", "Kenya"), Document("a", "Kenya", culture: "en"));
        await _index.Index.ApplyAsync([], [("a", "fr"), ("unknown", "fr")], "2");
        Assert.Empty(await _index.SetsAsync("kenya"));
        Assert.Equal(["a"], await _index.SetsAsync("kenya", "en"));
        Assert.Equal("2", await _index.Index.PositionAsync());
    }

    [Fact]
    public async Task Clearing_forgets_documents_and_position()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        await _index.Index.ClearAsync();
        Assert.Null(await _index.Index.PositionAsync());
        Assert.Equal(0, await _index.Index.CountAsync());
        Assert.Empty(await _index.SetsAsync("kenya"));
    }

    [Fact]
    public async Task A_failed_change_leaves_documents_and_position_together()
    {
        await _index.Index.ApplyAsync([Document("a", "Kenya")], [], "1");
        await Assert.ThrowsAsync<SqliteException>(() => _index.Index.ApplyAsync(
            [Document("b", "Arménie"), Document("c", "Chine") with { Url = null! }], [("a", "fr")], "2"));
        Assert.Equal("1", await _index.Index.PositionAsync());
        Assert.Equal(["a"], await _index.SetsAsync("kenya"));
        Assert.Empty(await _index.SetsAsync("armenie"));
    }

    [Fact]
    public async Task The_files_of_a_killed_process_hold_documents_and_position_of_one_moment()
    {
        for (var number = 1; number <= 5; number++)
        {
            await _index.Index.ApplyAsync([Document($"s{number}", "Kenya")], [], $"{number}");
        }

        // What kill -9 leaves: the files as they are, the log not yet moved into the database, nothing closed.
        var copy = Directory.CreateTempSubdirectory("cms-search-killed-");
        File.Copy(_index.File, Path.Combine(copy.FullName, "search.db"));
        File.Copy(_index.File + "-wal", Path.Combine(copy.FullName, "search.db-wal"));
        using (var restarted = new SearchIndex(copy.FullName, new SearchOptions(), NullLogger<SearchIndex>.Instance))
        {
            Assert.Equal("5", await restarted.PositionAsync());
            Assert.Equal(5, await restarted.CountAsync());
        }

        copy.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_replaced_by_an_empty_index()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        _index.Close();
        await File.WriteAllTextAsync(_index.File, "no database at all, but long enough to look at");
        _index.Reopen();
        await AssertEmptyAndUsable();
    }

    [Fact]
    public async Task A_file_with_a_damaged_page_is_replaced_by_an_empty_index()
    {
        await _index.PutAsync([.. Enumerable.Range(0, 200).Select(number => Document($"s{number}", "Kenya", new string('x', 500)))]);
        _index.Close();
        using (var file = File.OpenWrite(_index.File))
        {
            file.Position = 4096 * 4;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096 * 8).ToArray());
        }

        _index.Reopen();
        await AssertEmptyAndUsable();
    }

    [Fact]
    public async Task An_index_of_another_version_is_replaced_by_an_empty_one()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        _index.Close();
        _index.Execute("UPDATE state SET value = '0.0' WHERE name = 'version'");
        _index.Reopen();
        await AssertEmptyAndUsable();
    }

    [Fact]
    public async Task A_file_that_loses_its_log_while_it_is_open_is_made_anew()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        File.Delete(_index.File + "-wal");

        // The first ones may find the fault, and mend it.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Record.ExceptionAsync(() => _index.SetsAsync("kenya"));
            await Record.ExceptionAsync(() => _index.PutAsync(Document("b", "Kenya")));
        }

        Assert.Equal(["b"], (await _index.SetsAsync("kenya")).Except(["a"]));
    }

    [Fact]
    public async Task A_file_deleted_while_it_is_open_is_made_anew()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_index.File)!))
        {
            File.Delete(file);
        }

        await AssertEmptyAndUsable();
    }

    [Fact]
    public async Task Readers_and_the_writer_do_not_disturb_one_another()
    {
        await _index.PutAsync(Document("a", "Kenya"));
        var writes = Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++)
            {
                await _index.Index.ApplyAsync([Document("a", $"Kenya {number}")], [], $"{number}");
            }
        });
        var reads = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++)
            {
                Assert.Equal(["a"], await _index.SetsAsync("kenya"));
            }
        }));
        await Task.WhenAll([writes, .. reads]);
        Assert.Equal("49", await _index.Index.PositionAsync());
    }

    private async Task AssertEmptyAndUsable()
    {
        Assert.Null(await _index.Index.PositionAsync());
        Assert.Empty(await _index.SetsAsync("kenya"));
        await _index.Index.ApplyAsync([Document("b", "Kenya")], [], "9");
        Assert.Equal(["b"], await _index.SetsAsync("kenya"));
        Assert.Equal("9", await _index.Index.PositionAsync());
    }
}
