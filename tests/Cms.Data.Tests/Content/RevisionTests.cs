using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Writes that were based on something older than what is stored.</summary>
public abstract class RevisionTests(TestStore store) : ContentTests(store)
{
    private static readonly string[] _tables = ["content_item", "content_set", "content_live", "content_version", "content_reference", "content_route", "audit", "change_log"];

    [StoreFact]
    public async Task A_stale_item_is_refused_and_nothing_is_written()
    {
        var item = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.1", "Titre"));
        var (mine, theirs) = (await Engine.LatestAsync(item), await Engine.LatestAsync(item));
        await Engine.PublishAsync(theirs.Alter<TitlePart>(part => part.Title = "Le leur"));
        var before = await CountsAsync();

        mine.Alter<TitlePart>(part => part.Title = "Le mien").Alter<Measure>(part => part.Linked = ContentEngine.Pick("other"));
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.PublishAsync(mine));
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.SaveAsync(mine));
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.Manager.UnpublishAsync(item.ContentItemId, mine.Revision, Actor.System));
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.Manager.DeleteAsync(item.ContentItemId, mine.Revision, Actor.System));

        Assert.Equal(before, await CountsAsync());
        Assert.Equal("Le leur", (await Engine.LatestAsync(item)).DisplayText);
    }

    [StoreFact]
    public async Task A_stale_shared_document_is_refused_and_nothing_is_written()
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.2", "Titre"));
        var english = await Engine.PublishAsync(await Engine.MeasureAsync("en", "1.2", "Title", french.LocalizationSet));
        var mine = await Engine.LatestAsync(english);
        await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "1.2 theirs"));
        var before = await CountsAsync();

        mine.Alter<Measure>(part => part.Code = "1.2 mine").Alter<TitlePart>(part => part.Title = "Mine");
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.SaveAsync(mine));

        Assert.Equal(before, await CountsAsync());
        Assert.Equal(("Title", "1.2 theirs"), (await Engine.LatestAsync(english) is var now ? now.DisplayText : "", now.As<Measure>().Code.Text));
    }

    [StoreFact]
    public async Task Texts_alone_do_not_conflict_with_an_edit_of_the_shared_document()
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.3", "Titre"));
        var english = await Engine.PublishAsync(await Engine.MeasureAsync("en", "1.3", "Title", french.LocalizationSet));
        var mine = await Engine.LatestAsync(english);
        await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "1.3 bis"));

        await Engine.SaveAsync(mine.Alter<TitlePart>(part => part.Title = "New title"));

        Assert.Equal(("New title", "1.3 bis"), (await Engine.LatestAsync(english) is var now ? now.DisplayText : "", now.As<Measure>().Code.Text));
    }

    [StoreFact]
    public async Task Of_two_saves_at_once_one_wins()
    {
        var item = await Engine.SaveAsync(await Engine.MeasureAsync("fr", "1.4", "Départ"));
        var copies = new List<ContentItem>();
        for (var number = 0; number < 6; number++)
        {
            copies.Add((await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = FormattableString.Invariant($"Titre {number}")));
        }

        var outcomes = await Task.WhenAll(copies.Select(copy => OutcomeAsync(() => Engine.SaveAsync(copy))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<StaleRevisionException>(outcome));
        Assert.Equal(2, (await Engine.Manager.HistoryAsync(item.ContentItemId, Actor.System)).Count);
    }

    [StoreFact]
    public async Task Of_two_first_translations_at_once_one_wins()
    {
        var french = await Engine.SaveAsync(await Engine.MeasureAsync("fr", "1.5", "Titre"));
        var copies = new List<ContentItem>();
        for (var number = 0; number < 6; number++)
        {
            copies.Add(await Engine.MeasureAsync("en", "1.5", FormattableString.Invariant($"Title {number}"), french.LocalizationSet));
        }

        var outcomes = await Task.WhenAll(copies.Select(copy => OutcomeAsync(() => Engine.SaveAsync(copy))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<StaleRevisionException>(outcome));
    }

    private static async Task<Exception?> OutcomeAsync(Func<Task> write) => await Record.ExceptionAsync(write);

    private async Task<List<long>> CountsAsync()
    {
        var counts = new List<long>();
        foreach (var table in _tables)
        {
            counts.Add(await Tested.CountAsync(table));
        }

        return counts;
    }
}

public sealed class SqliteRevisionTests(SqliteStore store) : RevisionTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresRevisionTests(PostgresStore store) : RevisionTests(store), IClassFixture<PostgresStore>;
