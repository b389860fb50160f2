using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Content.Manager;

/// <summary>
/// The one way to change content, for forms, API, recipes and scripts alike. Each verb checks the right, then rules, handlers and rules again, and then
/// writes one transaction: when it returns, the change is durable. One file per verb.
/// </summary>
public sealed partial class ContentManager(
    IDatabase database,
    ContentStore store,
    ContentDefinitions definitions,
    CultureSettings cultures,
    IChangeLog changes,
    IEnumerable<ContentRules> rules,
    IEnumerable<IContentHandler> handlers,
    TimeProvider time)
{
    private readonly ContentWriter _writer = new(changes);
    private readonly StoredSurroundings _stored = new(store, cultures);

    /// <summary>A new item that is not stored yet.</summary>
    /// <param name="set">Set whose translation it is; null for a set of its own.</param>
    /// <exception cref="CmsException">The type or culture is unknown, or the set already speaks that language.</exception>
    public Task<ContentItem> NewAsync(string contentType, string culture, Actor actor, string? set = null, CancellationToken token = default) =>
        NewAsync(contentType, culture, actor, set, IdGenerator.NewId(), set ?? IdGenerator.NewId(), token);

    /// <summary>The same under ids that were chosen before: by a form that may be sent twice, or by a document from elsewhere.</summary>
    /// <param name="contentItemId">Empty for a new one.</param>
    /// <param name="set">A set that is there, or the id of one to be; empty for a new one.</param>
    /// <exception cref="CmsException">The type or culture is unknown, or the set already speaks that language.</exception>
    public async Task<ContentItem> NewUnderAsync(string contentItemId, string set, string contentType, string culture, Actor actor, CancellationToken token = default)
    {
        var isThere = set.Length > 0 && await store.SharedAsync(set, token) is not null;
        return await NewAsync(contentType, culture, actor, isThere ? set : null, contentItemId.Length > 0 ? contentItemId : IdGenerator.NewId(), set.Length > 0 ? set : IdGenerator.NewId(), token);
    }

    private async Task<ContentItem> NewAsync(string contentType, string culture, Actor actor, string? set, string contentItemId, string localizationSet, CancellationToken token)
    {
        actor.DemandSomewhere(ContentPermissions.Edit);
        if (!definitions.TryType(contentType, out var type))
        {
            throw new CmsException("content.unknown-type", 400, contentType);
        }

        if (!cultures.Supports(culture))
        {
            throw new CmsException("content.unknown-culture", 400, culture);
        }

        if (!actor.May(ContentPermissions.Edit, type, culture))
        {
            throw new AccessDeniedException(ContentPermissions.Edit.OwnOf(contentType).Name, actor.IsSignedIn);
        }

        var shared = set is null ? null : await store.SharedAsync(set, token) ?? throw new CmsException("content.not-found", 404, set);
        if (shared is not null && (shared.Type != contentType || await store.StateAsync(set!, culture, token) is not null))
        {
            throw new CmsException("content.already-translated", 409, culture);
        }

        var item = new ContentItem
        {
            ContentItemId = contentItemId,
            Type = type,
            LocalizationSet = localizationSet,
            Culture = culture,
            Owner = actor.UserId,
            Author = actor.Name,
            CreatedUtc = time.GetUtcNow(),
            SharedRevision = (int)(shared?.Revision ?? 0),
            Document = ContentDocument.Read(default, shared?.Document),
        };
        if (shared is not null)
        {
            actor.Demand(ContentPermissions.Edit, item);
        }
        else if (actor.Scope.Publishers is { Count: > 0 } publishers && item.Has<PublicationPart>())
        {
            item.Alter<PublicationPart>(part => part.Publisher.LocalizationSets = [publishers.Order(StringComparer.Ordinal).First()]);
        }

        return item;
    }

    /// <summary>The newest version, for an editor.</summary>
    public async Task<ContentItem?> LatestAsync(string contentItemId, Actor actor, CancellationToken token = default)
    {
        actor.DemandSomewhere(ContentPermissions.Preview);
        var item = await store.FindByIdAsync(contentItemId, ContentVersion.Latest, token);
        if (item is not null)
        {
            actor.Demand(ContentPermissions.Preview, item);
        }

        return item;
    }

    /// <summary>The published version, for everyone.</summary>
    public Task<ContentItem?> PublishedAsync(string contentItemId, CancellationToken token = default) => store.FindByIdAsync(contentItemId, ContentVersion.Published, token);

    private async Task<ContentItem> ExpectedAsync(string contentItemId, int revision, ContentRight right, Actor actor, CancellationToken token)
    {
        actor.DemandSomewhere(right);
        var item = await store.FindByIdAsync(contentItemId, ContentVersion.Latest, token) ?? throw new CmsException("content.not-found", 404, contentItemId);
        actor.Demand(right, item);
        return item.Revision == revision ? item : throw new StaleRevisionException();
    }
}
