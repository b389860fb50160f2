using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>Puts an item into the bin: it leaves the website and the lists; its history stays, and <see cref="RestoreAsync"/> brings it back as a draft.</summary>
    /// <param name="revision">The revision that the decision was based on.</param>
    /// <exception cref="StaleRevisionException">Somebody else wrote the item since.</exception>
    public async Task DeleteAsync(string contentItemId, int revision, Actor actor, string comment = "", CancellationToken token = default)
    {
        actor.Demand(ContentPermissions.DeleteContent);
        var item = await ExpectedAsync(contentItemId, revision, token);
        var utc = Utc.Column(time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await ItemState.AdvanceAsync(unit, item);
                var args = new { id = contentItemId, set = item.LocalizationSet, culture = item.Culture, utc, by = actor.Name };
                await unit.ExecuteAsync("UPDATE content_item SET deleted_utc = @utc, deleted_by = @by WHERE item_id = @id", args);
                await unit.ExecuteAsync("DELETE FROM content_live WHERE item_id = @id", args);
                await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = @culture", args);
                await Withdrawal.WithdrawSharedAsync(unit, item.LocalizationSet);
                await ContentWriter.AuditAsync(unit, utc, actor.Name, "delete", contentItemId, item.Culture, item.ContentItemVersionId, comment);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Content, "delete", item.LocalizationSet, item.Culture, item.ContentType));
                return true;
            },
            token);
    }

    /// <summary>Brings an item back from the bin, as a draft of its newest version.</summary>
    /// <exception cref="CmsException">404: no such item in the bin.</exception>
    public async Task<ContentWritten> RestoreAsync(string contentItemId, Actor actor, CancellationToken token = default)
    {
        actor.Demand(ContentPermissions.DeleteContent);
        var state = await store.StateAsync(contentItemId, token);
        if (state is not { IsDeleted: true })
        {
            throw new CmsException("content.not-found", 404, contentItemId);
        }

        var newest = (await store.VersionsAsync(contentItemId, 1, token))[0];
        return await WriteAsync(await PrepareVersionAsync(state, newest.VersionId, actor, token), token);
    }

    /// <summary>Makes an old version the draft, with the language's own texts as they were; shared fields stay as they are now.</summary>
    /// <exception cref="CmsException">404: no such item or version, or the item is in the bin (<see cref="RestoreAsync"/> needs another right).</exception>
    public async Task<ContentWritten> RestoreVersionAsync(string contentItemId, string versionId, Actor actor, CancellationToken token = default)
    {
        actor.Demand(ContentPermissions.EditContent);
        var state = await store.StateAsync(contentItemId, token);
        if (state is not { IsDeleted: false })
        {
            throw new CmsException("content.not-found", 404, contentItemId);
        }

        return await WriteAsync(await PrepareVersionAsync(state, versionId, actor, token), token);
    }

    /// <summary>The versions of an item, newest first.</summary>
    public Task<IReadOnlyList<VersionRow>> HistoryAsync(string contentItemId, Actor actor, int limit = 100, CancellationToken token = default)
    {
        actor.Demand(ContentPermissions.PreviewContent);
        return store.VersionsAsync(contentItemId, limit, token);
    }

    private async Task<ContentWrite> PrepareVersionAsync(ItemState state, string versionId, Actor actor, CancellationToken token)
    {
        var documents = await store.VersionAsync(state.ItemId, versionId, token) ?? throw new CmsException("content.not-found", 404, versionId);
        var shared = await store.SharedAsync(state.SetId, token);
        var now = await store.FindByIdAsync(state.ItemId, ContentVersion.Latest, token);
        var item = new ContentItem
        {
            ContentItemId = state.ItemId,
            Type = definitions.TypeOf(state.Type),
            LocalizationSet = state.SetId,
            Culture = state.Culture,
            Owner = state.Owner,
            CreatedUtc = Utc.Parse(state.CreatedUtc),
            PublishedUtc = now?.PublishedUtc,
            Path = now?.Path,
            Revision = (int)state.Revision,
            SharedRevision = (int)(shared?.Revision ?? 0),
            Document = ContentDocument.Read(documents.Own, shared?.Document ?? documents.Shared),
        };
        return await PrepareAsync(item, actor, publish: false, "restore", "", token);
    }
}
