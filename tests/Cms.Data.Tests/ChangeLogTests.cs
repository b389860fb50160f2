using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests;

public abstract class ChangeLogTests(TestStore store)
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromSeconds(30);
    private readonly IDatabase _database = store.Database;
    private readonly ChangeLog _log = store.ChangeLog();

    [StoreFact]
    public async Task Gives_back_what_was_appended_after_a_position()
    {
        var start = await _log.LatestAsync();
        var entry = new ChangeLogEntry(ChangeLogEntry.Kinds.Content, "publish", "set1", "fr");
        await AppendAsync(entry);
        await AppendAsync(new ChangeLogEntry(ChangeLogEntry.Kinds.Feature, "enable", Subject: "Cms.News"));

        var read = await _log.ReadAsync(start, 10);

        Assert.Equal(entry, read[0].Entry);
        Assert.Equal("Cms.News", read[1].Entry.Subject);
        Assert.True(read[0].Position < read[1].Position);
        Assert.Equal(TimeSpan.Zero, read[0].Utc.Offset);
        Assert.Equal(read[1].Position, await _log.LatestAsync());
        Assert.Equal([read[1]], await _log.ReadAsync(read[0].Position, 10));
    }

    [StoreFact]
    public async Task Reads_no_more_than_the_limit()
    {
        var start = await _log.LatestAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => AppendAsync(Numbered(number))));

        Assert.Equal(3, (await _log.ReadAsync(start, 3)).Count);
    }

    [StoreFact]
    public async Task A_change_that_was_undone_is_not_in_the_log()
    {
        var start = await _log.LatestAsync();
        await Assert.ThrowsAsync<FormatException>(() => _database.WriteAsync(async unit =>
        {
            await _log.AppendAsync(unit, Numbered(1));
            throw new FormatException();
        }));

        Assert.Empty(await _log.ReadAsync(start, 10));
    }

    [StoreFact]
    public async Task A_follower_misses_nothing_when_a_later_change_is_committed_first()
    {
        var position = await _log.LatestAsync();
        var appended = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var slow = _database.WriteAsync(async unit =>
        {
            await _log.AppendAsync(unit, Numbered(1));
            appended.SetResult();
            await goOn.Task;
        });
        await appended.Task;
        var quick = AppendAsync(Numbered(2));
        if (store.WritesOverlap)
        {
            await quick;
        }

        Assert.Empty(await _log.ReadAsync(position, 10));

        goOn.SetResult();
        await Task.WhenAll(slow, quick);
        Assert.Equal(["1", "2"], (await _log.ReadAsync(position, 10)).Select(change => change.Entry.Subject));
    }

    [StoreFact]
    public async Task A_follower_sees_every_change_of_many_writers_once()
    {
        var position = await _log.LatestAsync();
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 25; number++)
            {
                await AppendAsync(Numbered((writer * 25) + number));
            }
        })));

        var seen = new List<string>();
        for (var last = false; ;)
        {
            var changes = await _log.ReadAsync(position, 7);
            seen.AddRange(changes.Select(change => change.Entry.Subject!));
            position = changes.Count > 0 ? changes[^1].Position : position;
            if (changes.Count == 0 && last)
            {
                break;
            }

            last = writers.IsCompleted;
        }

        await writers;
        Assert.Equal(200, seen.Count);
        Assert.Equal(200, seen.Distinct().Count());
    }

    [StoreFact]
    public async Task Waiting_ends_with_the_next_commit()
    {
        using var tooLong = new CancellationTokenSource(_tooLong);
        var waiting = _log.WaitAsync(Timeout.InfiniteTimeSpan, tooLong.Token);
        Assert.False(waiting.IsCompleted);

        await AppendAsync(Numbered(1));

        await waiting;
    }

    [StoreFact]
    public async Task Waiting_ends_with_its_time() => await _log.WaitAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None).WaitAsync(_tooLong);

    [StoreFact]
    public async Task Waiting_can_be_cancelled() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => _log.WaitAsync(Timeout.InfiniteTimeSpan, new CancellationToken(canceled: true)));

    [StoreFact]
    public async Task A_follower_finds_its_position_again()
    {
        var positions = new FollowerPositions(_database);
        Assert.Equal(ChangeLogPosition.Start, await positions.ReadAsync("unknown"));

        await positions.SaveAsync("search", new ChangeLogPosition(3, 4));
        await positions.SaveAsync("search", new ChangeLogPosition(5, 6));
        await positions.SaveAsync("cache", new ChangeLogPosition(1, 2));

        Assert.Equal(new ChangeLogPosition(5, 6), await positions.ReadAsync("search"));
        Assert.Equal(new ChangeLogPosition(1, 2), await positions.ReadAsync("cache"));
    }

    private static ChangeLogEntry Numbered(int number) =>
        new(ChangeLogEntry.Kinds.Settings, "save", Subject: number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Task AppendAsync(ChangeLogEntry entry) => _database.WriteAsync(unit => _log.AppendAsync(unit, entry));
}

public sealed class SqliteChangeLogTests(SqliteStore store) : ChangeLogTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresChangeLogTests(PostgresStore store) : ChangeLogTests(store), IClassFixture<PostgresStore>;
