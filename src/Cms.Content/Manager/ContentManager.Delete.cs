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
        var item = await ExpectedAsync(contentItemId, revision, ContentPermissions.Delete, actor, token);
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
        actor.DemandSomewhere(ContentPermissions.Delete);
        var state = await store.StateAsync(contentItemId, token);
        if (state is not { IsDeleted: true })
        {
            throw new CmsException("content.not-found", 404, contentItemId);
        }

        var newest = (await store.VersionsAsync(contentItemId, 1, token))[0];
        return await BringBackAsync(state, newest.VersionId, ContentPermissions.Delete, actor, token);
    }

    /// <summary>Makes an old version the draft, with the language's own texts as they were; shared fields stay as they are now.</summary>
    /// <param name="revision">The revision that the decision was based on.</param>
    /// <exception cref="StaleRevisionException">Somebody else wrote the item since.</exception>
    /// <exception cref="CmsException">404: no such item or version, or the item is in the bin (<see cref="RestoreAsync"/> needs another right).</exception>
    public async Task<ContentWritten> RestoreVersionAsync(string contentItemId, string versionId, Actor actor, int revision, CancellationToken token = default)
    {
        actor.DemandSomewhere(ContentPermissions.Edit);
        var state = await store.StateAsync(contentItemId, token);
        if (state is not { IsDeleted: false })
        {
            throw new CmsException("content.not-found", 404, contentItemId);
        }

        if (state.Revision != revision)
        {
            throw new StaleRevisionException();
        }

        return await BringBackAsync(state, versionId, ContentPermissions.Edit, actor, token);
    }

    /// <summary>The versions of an item that is not in the bin, newest first.</summary>
    public async Task<IReadOnlyList<VersionRow>> HistoryAsync(string contentItemId, Actor actor, int limit = 100, CancellationToken token = default) =>
        await LatestAsync(contentItemId, actor, token) is null ? [] : await store.VersionsAsync(contentItemId, limit, token);

    /// <summary>An item as a version of its history has it, to be read; shared fields too. Null for a version that it never had.</summary>
    /// <exception cref="CmsException">404: no such item.</exception>
    public async Task<ContentItem?> VersionAsync(string contentItemId, string versionId, Actor actor, CancellationToken token = default)
    {
        var item = await LatestAsync(contentItemId, actor, token) ?? throw new CmsException("content.not-found", 404, contentItemId);
        return await store.VersionAsync(contentItemId, versionId, token) is { } documents ? item.With(ContentDocument.Read(documents.Own, documents.Shared)) : null;
    }

    private async Task<ContentWritten> BringBackAsync(ItemState state, string versionId, ContentRight right, Actor actor, CancellationToken token)
    {
        var item = await VersionAsync(state, versionId, token);
        actor.Demand(right, item);
        return await WriteAsync(await PrepareAsync(item, actor, publish: false, "restore", "", token), token);
    }

    /// <summary>The item with the own texts of an old version and the shared fields of now.</summary>
    private async Task<ContentItem> VersionAsync(ItemState state, string versionId, CancellationToken token)
    {
        var documents = await store.VersionAsync(state.ItemId, versionId, token) ?? throw new CmsException("content.not-found", 404, versionId);
        var shared = await store.SharedAsync(state.SetId, token);
        var now = await store.FindByIdAsync(state.ItemId, ContentVersion.Latest, token);
        return new ContentItem
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
    }
}
