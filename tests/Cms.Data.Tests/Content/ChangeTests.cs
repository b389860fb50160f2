using Cms.Content.Following;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What the change log says about each verb, and that followers read all of it.</summary>
public abstract class ChangeTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task Every_verb_writes_one_line()
    {
        var start = await Engine.Changes.LatestAsync();
        var item = await Engine.SaveAsync(await Engine.NoticeAsync("Suivi"));
        item = await Engine.PublishAsync(item);
        await Engine.Manager.UnpublishAsync(item.ContentItemId, item.Revision, Actor.System);
        await Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision + 1, Actor.System);
        await Engine.Manager.RestoreAsync(item.ContentItemId, Actor.System);

        var lines = await Engine.Changes.ReadAsync(start, 100);

        Assert.Equal(["save", "publish", "unpublish", "delete", "restore"], lines.Select(line => line.Entry.Verb));
        Assert.All(lines, line => Assert.Equal(new ChangeLogEntry("content", line.Entry.Verb, item.LocalizationSet, "fr", nameof(Notice)), line.Entry));
    }

    [StoreFact]
    public async Task A_publication_that_changes_other_languages_concerns_them_all()
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.1", "Titre"));
        var english = await Engine.PublishAsync(await Engine.MeasureAsync("en", "1.1", "Title", french.LocalizationSet));
        await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "1.2"));
        var start = await Engine.Changes.LatestAsync();

        await Engine.PublishAsync((await Engine.LatestAsync(english)).Alter<TitlePart>(part => part.Title = "New title"));

        var line = Assert.Single(await Engine.Changes.ReadAsync(start, 10));
        Assert.Equal(new ChangeLogEntry("content", "publish", french.LocalizationSet, null, nameof(Measure)), line.Entry);
    }

    [StoreFact]
    public async Task A_refused_write_writes_no_line()
    {
        var item = await Engine.SaveAsync(await Engine.NoticeAsync("Refus"));
        var stale = await Engine.LatestAsync(item);
        await Engine.SaveAsync(item);
        var start = await Engine.Changes.LatestAsync();

        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.SaveAsync(stale));

        Assert.Empty(await Engine.Changes.ReadAsync(start, 10));
    }

    [StoreFact]
    public async Task A_follower_that_failed_reads_what_it_missed()
    {
        var start = await Engine.Changes.LatestAsync();
        var follower = new Counting(start) { Fails = true };
        var item = await Engine.SaveAsync(await Engine.NoticeAsync("Un"));
        await ChangeFollowing.CatchUpAsync(follower, Engine.Changes, NullLogger.Instance, default);
        Assert.Empty(follower.Sets);

        follower.Fails = false;
        var other = await Engine.SaveAsync(await Engine.NoticeAsync("Deux"));
        await ChangeFollowing.CatchUpAsync(follower, Engine.Changes, NullLogger.Instance, default);
        await ChangeFollowing.CatchUpAsync(follower, Engine.Changes, NullLogger.Instance, default);

        Assert.Equal([item.LocalizationSet, other.LocalizationSet], follower.Sets);
    }

    [StoreFact]
    public async Task A_follower_far_behind_reads_batch_after_batch_to_the_end()
    {
        var start = await Engine.Changes.LatestAsync();
        await Engine.Database.WriteAsync(async unit =>
        {
            for (var number = 0; number < 1_100; number++)
            {
                await Engine.Changes.AppendAsync(unit, new ChangeLogEntry("content", "save", IdGenerator.NewId()));
            }
        });
        var follower = new Counting(start);

        await ChangeFollowing.CatchUpAsync(follower, Engine.Changes, NullLogger.Instance, default);

        Assert.Equal(1_100, follower.Sets.Distinct().Count());
        Assert.Equal(await Engine.Changes.LatestAsync(), await follower.PositionAsync(default));
    }

    private sealed class Counting(ChangeLogPosition position) : IChangeFollower
    {
        private ChangeLogPosition _position = position;

        public string Name => "counting";

        public bool Fails { get; set; }

        public List<string?> Sets { get; } = [];

        public Task<ChangeLogPosition> PositionAsync(CancellationToken token) => Task.FromResult(_position);

        public Task FollowAsync(IReadOnlyList<LoggedChange> changes, ChangeLogPosition reached, CancellationToken token)
        {
            if (Fails)
            {
                throw new FormatException();
            }

            Sets.AddRange(changes.Select(change => change.Entry.Set));
            _position = reached;
            return Task.CompletedTask;
        }
    }
}

public sealed class SqliteChangeTests(SqliteStore store) : ChangeTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresChangeTests(PostgresStore store) : ChangeTests(store), IClassFixture<PostgresStore>;
