using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>Takes an item from the website; it stays as a draft. Its address is kept for it and answers 404 until it is published again.</summary>
    /// <param name="revision">The revision that the decision was based on.</param>
    /// <exception cref="StaleRevisionException">Somebody else wrote the item since.</exception>
    /// <exception cref="CmsException">404: no such item; 409: it is not published.</exception>
    public async Task UnpublishAsync(string contentItemId, int revision, Actor actor, string comment = "", CancellationToken token = default)
    {
        var item = await ExpectedAsync(contentItemId, revision, ContentPermissions.Publish, actor, token);
        var utc = Utc.Column(time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await ItemState.AdvanceAsync(unit, item);
                await new Withdrawal(item, utc, actor.Name, comment).WriteAsync(unit);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Content, "unpublish", item.LocalizationSet, item.Culture, item.ContentType));
                return true;
            },
            token);
    }
}
