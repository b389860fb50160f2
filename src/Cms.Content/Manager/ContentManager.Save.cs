using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>Stores the item as a draft; what visitors see stays as it is.</summary>
    /// <exception cref="Core.Errors.RuleException">The item breaks rules.</exception>
    /// <exception cref="Data.StaleRevisionException">Somebody else wrote the item or its shared fields since it was read.</exception>
    public async Task<ContentWritten> SaveDraftAsync(ContentItem item, Actor actor, string comment = "", CancellationToken token = default)
    {
        await DemandAsync(ContentPermissions.Edit, item, actor, token);
        return await WriteAsync(await PrepareAsync(item, actor, publish: false, "save", comment, token), actor, token);
    }

    /// <summary>The rules that an item breaks by itself, whatever else is stored.</summary>
    public IReadOnlyList<Failure> Failures(ContentItem item, bool publishing)
    {
        ItemNormalizer.Normalize(item);
        return [.. RuleCheck.Failures(item, rules, publishing)];
    }

    /// <summary>The right on the item as it is stored, and on what is to become of it.</summary>
    private async Task DemandAsync(ContentRight right, ContentItem item, Actor actor, CancellationToken token)
    {
        if (actor.Scope.Publishers is null)
        {
            actor.Demand(right, item);
            return;
        }

        var shared = await store.SharedAsync(item.LocalizationSet, token);
        if (shared is not null)
        {
            actor.Demand(right, item.With(ContentDocument.Read(default, shared.Document)));
        }

        if (ContentAuthorization.Beyond(actor, item) is { Count: > 0 } failures)
        {
            throw new RuleException(failures);
        }

        actor.Demand(right, item);
    }

    /// <summary>Works out everything that a save or publication writes: rules, handlers, rules again, then the documents.</summary>
    /// <param name="around">The content that the item comes into; null for what is stored.</param>
    internal async Task<ContentWrite> PrepareAsync(ContentItem item, Actor actor, bool publish, string verb, string comment, CancellationToken token, IContentSurroundings? around = null)
    {
        around ??= _stored;
        ItemNormalizer.Normalize(item);
        RuleCheck.Demand(item, rules, publish);
        foreach (var handler in handlers)
        {
            await handler.SavingAsync(item, publish, token);
        }

        ItemNormalizer.Normalize(item);
        RuleCheck.Demand(item, rules, publish);
        ItemPath.ForgetUnchosen(item);
        var unique = publish ? await DemandUniqueAsync(item, around, token) : [];

        // References are read before saving takes the altered parts over.
        var (own, shared) = ItemReferences.Of(item);
        var document = item.Document.Save();
        NulCheck.Demand(item, document);
        return new ContentWrite
        {
            Item = item,
            Publish = publish,
            Own = document.Own,
            Shared = document.Shared,
            SharedChanged = document.SharedChanged,
            VersionId = item.Revision == 0 && item.ContentItemVersionId.Length > 0 ? item.ContentItemVersionId : IdGenerator.NewId(),
            Title = ItemTitle.Of(item),
            OwnReferences = own,
            SharedReferences = shared,
            Unique = unique,
            Path = publish ? await WishedPathAsync(item, around, token) : null,
            Utc = Utc.Column(time.GetUtcNow()),
            Author = actor.Name,
            Comment = comment,
            Verb = verb,
        };
    }

    /// <summary>Writes what was prepared, unless it changes what languages beyond the actor's share.</summary>
    private async Task<ContentWritten> WriteAsync(ContentWrite write, Actor actor, CancellationToken token)
    {
        if (actor.Scope.Cultures is { } mine && (write.SharedChanged || (write.Publish && await store.SharedAsync(write.Item.LocalizationSet, token) is { HasDraft: 1 })))
        {
            var others = (await store.LanguagesAsync(write.Item.LocalizationSet, ContentVersion.Latest, token)).Select(other => other.Culture).Where(culture => !mine.Contains(culture)).ToList();
            if (others.Count > 0)
            {
                throw new RuleException([new Failure(write.SharedChanged ? "content.shared-scope" : "content.shared-draft-scope", null, string.Join(", ", others))]);
            }
        }

        return await WriteAsync(write, token);
    }

    private async Task<ContentWritten> WriteAsync(ContentWrite write, CancellationToken token)
    {
        var publishedShared = await database.WriteAsync(
            async unit =>
            {
                var published = await _writer.WriteAsync(unit, write);
                await UniqueValue.DemandAsync(unit, [write]);
                return published;
            },
            token);
        var version = write.Publish ? ContentVersion.Published : ContentVersion.Latest;
        var stored = await store.FindByIdAsync(write.Item.ContentItemId, version, token) ?? write.Item;
        return new ContentWritten(stored, publishedShared);
    }
}
