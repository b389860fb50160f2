using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;

namespace Cms.Api;

/// <summary>
/// Creates, updates and deletes items as the caller. Of the JSON's system members only those count that name the item: its id, type, language and set; who
/// wrote it and when is what really happened.
/// </summary>
internal sealed class ContentWriting(ContentManager manager, ContentStore store, CultureSettings cultures)
{
    private const int LongestId = 64;

    /// <summary>The item as it was stored, and whether it is new.</summary>
    public async Task<(ContentItem Item, bool IsNew)> WriteAsync(IncomingItem incoming, Precondition precondition, bool asDraft, Actor actor, CancellationToken token)
    {
        var existing = await ExistingAsync(incoming, actor, token);
        precondition.Demand(existing);
        var item = existing ?? await NewAsync(incoming, actor, token);
        Merge(item, incoming);
        var written = asDraft ? await manager.SaveDraftAsync(item, actor, token: token) : await manager.PublishAsync(item, actor, token: token);
        return (written.Item, existing is null);
    }

    public async Task DeleteAsync(string contentItemId, Precondition precondition, Actor actor, CancellationToken token)
    {
        actor.DemandSomewhere(ContentPermissions.Delete);
        var item = await store.FindByIdAsync(contentItemId, ContentVersion.Latest, token) ?? throw new CmsException("content.not-found", 404, contentItemId);
        actor.Demand(ContentPermissions.Delete, item);
        precondition.Demand(item);
        await manager.DeleteAsync(contentItemId, item.Revision, actor, token: token);
    }

    private async Task<ContentItem?> ExistingAsync(IncomingItem incoming, Actor actor, CancellationToken token)
    {
        DemandId("ContentItemId", incoming.ContentItemId);
        DemandId("LocalizationPart.LocalizationSet", incoming.LocalizationSet);
        if (incoming.ContentItemId.Length == 0)
        {
            return null;
        }

        if (await manager.LatestAsync(incoming.ContentItemId, actor, token) is not { } item)
        {
            return await store.StateAsync(incoming.ContentItemId, token) is { IsDeleted: true } ? throw new CmsException("api.in-bin", 409, incoming.ContentItemId) : null;
        }

        DemandSame("ContentType", incoming.ContentType, item.ContentType);
        DemandSame("LocalizationPart.Culture", incoming.Culture, item.Culture);
        DemandSame("LocalizationPart.LocalizationSet", incoming.LocalizationSet, item.LocalizationSet);
        return item;
    }

    private Task<ContentItem> NewAsync(IncomingItem incoming, Actor actor, CancellationToken token) =>
        manager.NewUnderAsync(incoming.ContentItemId, incoming.LocalizationSet, incoming.ContentType, incoming.Culture.Length > 0 ? incoming.Culture : cultures.Default, actor, token);

    private static void Merge(ContentItem item, IncomingItem incoming)
    {
        if (incoming.DisplayText.Length > 0)
        {
            item.DisplayText = incoming.DisplayText;
        }

        try
        {
            if (ItemMerge.Apply(item, incoming).Misread is { Count: > 0 } misread)
            {
                throw new RuleException([.. misread.Select(path => new Failure("api.unknown-member", path[..path.LastIndexOf('.')], path[(path.LastIndexOf('.') + 1)..]))]);
            }
        }
        catch (JsonException e)
        {
            throw IncomingBody.WrongValue(e);
        }
    }

    private static void DemandId(string field, string id)
    {
        if (id.Length > LongestId || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new RuleException([new Failure("api.id", field, LongestId)]);
        }
    }

    private static void DemandSame(string field, string given, string stored)
    {
        if (given.Length > 0 && given != stored)
        {
            throw new RuleException([new Failure("api.fixed", field, stored)]);
        }
    }
}
