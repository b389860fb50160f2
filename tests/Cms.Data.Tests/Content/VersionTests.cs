using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What the verbs do to the draft, the published version and the history.</summary>
public abstract class VersionTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task A_draft_is_seen_by_editors_and_not_by_visitors()
    {
        var draft = await Engine.SaveAsync(await Engine.NoticeAsync("Brouillon"));

        Assert.Null(await Engine.PublishedAsync(draft));
        Assert.Equal((true, false, 1), (draft.Latest, draft.Published, draft.Revision));
        Assert.Equal("Brouillon", (await Engine.LatestAsync(draft)).As<TitlePart>().Title);
        Assert.Equal("Brouillon", draft.DisplayText);
    }

    [StoreFact]
    public async Task Published_content_changes_only_with_the_next_publication()
    {
        var first = await Engine.PublishAsync(await Engine.NoticeAsync("Premier"));
        var second = await Engine.SaveAsync((await Engine.LatestAsync(first)).Alter<TitlePart>(part => part.Title = "Second"));
        var third = await Engine.SaveAsync((await Engine.LatestAsync(second)).Alter<TitlePart>(part => part.Title = "Troisième"));

        var shown = await Engine.PublishedAsync(first);

        Assert.Equal(("Premier", false, true), (shown!.DisplayText, shown.Latest, shown.Published));
        Assert.Equal(first.ContentItemVersionId, shown.ContentItemVersionId);
        Assert.Equal((true, false), (third.Latest, third.Published));
        await Engine.PublishAsync(await Engine.LatestAsync(first));
        shown = await Engine.PublishedAsync(first);
        Assert.Equal(("Troisième", true, true), (shown!.DisplayText, shown.Latest, shown.Published));
    }

    [StoreFact]
    public async Task Unpublishing_keeps_the_item_as_a_draft_at_its_address()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync(Unique("Retiré")));

        await Engine.Manager.UnpublishAsync(item.ContentItemId, item.Revision, Actor.System);

        Assert.Null(await Engine.PublishedAsync(item));
        var draft = await Engine.LatestAsync(item);
        Assert.Equal((true, false, item.Revision + 1), (draft.Latest, draft.Published, draft.Revision));
        Assert.Equal(item.LocalizationSet, (await Engine.Store.RouteAsync("fr", item.Path!))!.SetId);
        Assert.Equal(item.Path, (await Engine.PublishAsync(draft)).Path);
    }

    [StoreFact]
    public async Task Unpublishing_leaves_a_newer_draft_alone()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Ancien"));
        var draft = await Engine.SaveAsync((await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = "Nouveau"));

        await Engine.Manager.UnpublishAsync(item.ContentItemId, draft.Revision, Actor.System);

        Assert.Null(await Engine.PublishedAsync(item));
        Assert.Equal("Nouveau", (await Engine.LatestAsync(item)).DisplayText);
        var again = await Assert.ThrowsAsync<CmsException>(async () =>
            await Engine.Manager.UnpublishAsync(item.ContentItemId, (await Engine.LatestAsync(item)).Revision, Actor.System));
        Assert.Equal(("content.not-published", 409), (again.Key, again.Status));
    }

    [StoreFact]
    public async Task Deleted_content_is_gone_until_it_is_restored_as_a_draft()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Supprimé"));

        await Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision, Actor.System, "double");

        Assert.Null(await Engine.PublishedAsync(item));
        Assert.Null(await Engine.Store.FindByIdAsync(item.ContentItemId, ContentVersion.Latest));
        Assert.Empty(await Engine.Store.LanguagesAsync(item.LocalizationSet, ContentVersion.Latest));
        Assert.True((await Engine.Store.StateAsync(item.ContentItemId))!.IsDeleted);

        var restored = await Engine.Manager.RestoreAsync(item.ContentItemId, Actor.System);

        Assert.Equal(("Supprimé", true, false), (restored.Item.DisplayText, restored.Item.Latest, restored.Item.Published));
        Assert.Null(await Engine.PublishedAsync(item));
        Assert.Equal("Supprimé", (await Engine.PublishAsync(restored.Item)).DisplayText);
    }

    [StoreFact]
    public async Task Only_what_is_in_the_bin_is_restored_from_it()
    {
        var item = await Engine.SaveAsync(await Engine.NoticeAsync("Présent"));

        foreach (var id in new[] { item.ContentItemId, "unknown" })
        {
            var refusal = await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.RestoreAsync(id, Actor.System));
            Assert.Equal(("content.not-found", 404), (refusal.Key, refusal.Status));
        }
    }

    [StoreFact]
    public async Task An_old_version_does_not_bring_an_item_back_from_the_bin()
    {
        var item = await Engine.SaveAsync(await Engine.NoticeAsync("Corbeille"));
        await Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision, Actor.System);

        var refusal = await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.RestoreVersionAsync(item.ContentItemId, item.ContentItemVersionId, Actor.System, item.Revision));

        Assert.Equal(404, refusal.Status);
        Assert.True((await Engine.Store.StateAsync(item.ContentItemId))!.IsDeleted);
    }

    [StoreFact]
    public async Task The_history_tells_every_write_newest_first()
    {
        var actor = new Actor("u1", "Ève", new HashSet<string> { "PublishContent", "DeleteContent" });
        var item = (await Engine.Manager.SaveDraftAsync(await Engine.NoticeAsync("Un"), actor, "début")).Item;
        item = (await Engine.Manager.PublishAsync(item.Alter<TitlePart>(part => part.Title = "Deux"), actor)).Item;
        await Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision, actor);
        await Engine.Manager.RestoreAsync(item.ContentItemId, actor);

        var history = await Engine.Manager.HistoryAsync(item.ContentItemId, actor);

        Assert.Equal([(3L, "restore", "Deux", ""), (2L, "publish", "Deux", ""), (1L, "save", "Un", "début")], history.Select(v => (v.Number, v.Verb, v.Title, v.Comment)));
        Assert.All(history, version => Assert.Equal("Ève", version.Author));
        Assert.Equal(
            ["save", "publish", "delete", "restore"],
            await Engine.QueryAsync<string>("SELECT verb FROM audit WHERE subject = @id ORDER BY number", new { id = item.ContentItemId }));
    }

    [StoreFact]
    public async Task An_old_version_comes_back_as_a_draft_with_the_shared_fields_of_today()
    {
        var item = await Engine.PublishAsync((await Engine.MeasureAsync("fr", "8.1", "Ancien titre")).Alter<Measure>(part => part.Objective = "Avant"));
        var old = item.ContentItemVersionId;
        var newer = (await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = "Nouveau titre").Alter<Measure>(part => part.Code = "8.2");
        newer = await Engine.PublishAsync(newer);

        var restored = (await Engine.Manager.RestoreVersionAsync(item.ContentItemId, old, Actor.System, newer.Revision)).Item;

        Assert.Equal(("Ancien titre", "Avant", "8.2"), (restored.DisplayText, restored.As<Measure>().Objective.Markdown, restored.As<Measure>().Code.Text));
        Assert.Equal("Nouveau titre", (await Engine.PublishedAsync(item))!.DisplayText);
        Assert.Equal((newer.Path, newer.PublishedUtc), (restored.Path, restored.PublishedUtc));
    }

    [StoreFact]
    public async Task An_unknown_type_culture_or_set_is_refused()
    {
        Assert.Equal(400, (await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.NewAsync("Nothing", "fr", Actor.System))).Status);
        Assert.Equal(400, (await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.NewAsync(nameof(Notice), "de", Actor.System))).Status);
        Assert.Equal(404, (await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.NewAsync(nameof(Notice), "fr", Actor.System, "unknown"))).Status);
    }
}

public sealed class SqliteVersionTests(SqliteStore store) : VersionTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresVersionTests(PostgresStore store) : VersionTests(store), IClassFixture<PostgresStore>;
