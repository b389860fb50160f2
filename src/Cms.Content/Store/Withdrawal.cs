using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>Takes the published version of one item away and keeps it as the draft, unless there is a newer one.</summary>
internal sealed record Withdrawal(ContentItem Item, string Utc, string Author, string Comment)
{
    public async Task WriteAsync(WriteUnit unit)
    {
        var key = new { set = Item.LocalizationSet, culture = Item.Culture };
        var published = await unit.SingleAsync<long?>("SELECT latest FROM content_live WHERE set_id = @set AND culture = @culture AND published = 1", key)
            ?? throw new CmsException("content.not-published", 409, Item.DisplayText);
        if (published == 1)
        {
            await unit.ExecuteAsync("UPDATE content_reference SET published = 0 WHERE set_id = @set AND culture = @culture AND published = 1", key);
            await unit.ExecuteAsync("UPDATE content_live SET published = 0 WHERE set_id = @set AND culture = @culture AND published = 1", key);
        }
        else
        {
            await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = @culture AND published = 1", key);
            await unit.ExecuteAsync("DELETE FROM content_live WHERE set_id = @set AND culture = @culture AND published = 1", key);
        }

        await WithdrawSharedAsync(unit, Item.LocalizationSet);
        await ContentWriter.AuditAsync(unit, Utc, Author, "unpublish", Item.ContentItemId, Item.Culture, Item.ContentItemVersionId, Comment);
    }

    /// <summary>With its last published language, a set's shared document is a draft again.</summary>
    public static async Task WithdrawSharedAsync(WriteUnit unit, string set)
    {
        if (await unit.SingleAsync<long>("SELECT COUNT(*) FROM content_live WHERE set_id = @set AND published = 1", new { set }) > 0)
        {
            return;
        }

        var hasDraft = await unit.SingleAsync<long>("SELECT COUNT(*) FROM content_set WHERE set_id = @set AND shared_draft IS NOT NULL", new { set }) > 0;
        await unit.ExecuteAsync(
            hasDraft
                ? "DELETE FROM content_reference WHERE set_id = @set AND culture = '' AND published = 1"
                : "UPDATE content_reference SET published = 0 WHERE set_id = @set AND culture = '' AND published = 1",
            new { set });
        await unit.ExecuteAsync("UPDATE content_set SET shared_draft = COALESCE(shared_draft, shared), shared = NULL WHERE set_id = @set", new { set });
    }

    /// <summary>Without any draft in any language, a published set has no draft of its shared document either.</summary>
    public static async Task DiscardSharedAsync(WriteUnit unit, string set)
    {
        if (await unit.SingleAsync<long>("SELECT COUNT(*) FROM content_live WHERE set_id = @set AND published = 0", new { set }) == 0 &&
            await unit.ExecuteAsync("UPDATE content_set SET shared_draft = NULL, revision = revision + 1 WHERE set_id = @set AND shared_draft IS NOT NULL AND shared IS NOT NULL", new { set }) > 0)
        {
            await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = '' AND published = 0", new { set });
        }
    }
}
