using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>
    /// Takes back the draft of a published item: what visitors see is the newest version again; the draft stays in the history. Drafts of shared fields go
    /// with the last draft of the set, for until then another language may have made them.
    /// </summary>
    /// <param name="revision">The revision that the decision was based on.</param>
    /// <exception cref="StaleRevisionException">Somebody else wrote the item since.</exception>
    /// <exception cref="CmsException">404: no such item; 409: it is not published, so the draft is all there is.</exception>
    public async Task DiscardDraftAsync(string contentItemId, int revision, Actor actor, string comment = "", CancellationToken token = default)
    {
        var item = await ExpectedAsync(contentItemId, revision, ContentPermissions.Edit, actor, token);
        var utc = Utc.Column(time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await ItemState.AdvanceAsync(unit, item);
                var key = new { set = item.LocalizationSet, culture = item.Culture };
                if (await unit.ExecuteAsync("UPDATE content_live SET latest = 1 WHERE set_id = @set AND culture = @culture AND published = 1", key) == 0)
                {
                    throw new CmsException("content.not-published", 409, item.DisplayText);
                }

                await unit.ExecuteAsync("DELETE FROM content_live WHERE set_id = @set AND culture = @culture AND published = 0", key);
                await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = @culture AND published = 0", key);
                await Withdrawal.DiscardSharedAsync(unit, item.LocalizationSet);
                await ContentWriter.AuditAsync(unit, utc, actor.Name, "discard", contentItemId, item.Culture, item.ContentItemVersionId, comment);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Content, "discard", item.LocalizationSet, item.Culture, item.ContentType));
                return true;
            },
            token);
    }
}
