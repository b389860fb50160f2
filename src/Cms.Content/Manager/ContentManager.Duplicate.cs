using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>
    /// Makes a new set from the newest version of an item, in all its languages that the actor may write, as drafts of the actor's. A chosen address is not
    /// copied: there is one of each.
    /// </summary>
    /// <param name="title">The title of a copy from that of its original.</param>
    /// <returns>The copy in the item's own language where that may be written.</returns>
    /// <exception cref="CmsException">404: no such item; 400: there is one only of its type.</exception>
    public async Task<ContentItem> DuplicateAsync(string contentItemId, Func<string, string> title, Actor actor, CancellationToken token = default)
    {
        var source = await LatestAsync(contentItemId, actor, token) ?? throw new CmsException("content.not-found", 404, contentItemId);
        if (!source.Type.Creatable)
        {
            throw new CmsException("content.unknown-type", 400, source.ContentType);
        }

        var set = IdGenerator.NewId();
        var writes = new List<ContentWrite>();
        foreach (var language in await store.LanguagesAsync(source.LocalizationSet, ContentVersion.Latest, token))
        {
            if (actor.May(ContentPermissions.Preview, language) && actor.May(ContentPermissions.Edit, language.Type, language.Culture))
            {
                var copy = Copy(language, set, title, actor);
                await DemandAsync(ContentPermissions.Edit, copy, actor, token);
                writes.Add(await PrepareAsync(copy, actor, publish: false, "save", "", token));
            }
        }

        if (writes.Count == 0)
        {
            throw new AccessDeniedException(ContentPermissions.Edit.OwnOf(source.ContentType).Name, actor.IsSignedIn);
        }

        await database.WriteAsync(
            async unit =>
            {
                foreach (var write in writes)
                {
                    await _writer.WriteAsync(unit, write);
                }

                return true;
            },
            token);
        return (writes.Find(write => write.Item.Culture == source.Culture) ?? writes[0]).Item;
    }

    private ContentItem Copy(ContentItem source, string set, Func<string, string> title, Actor actor)
    {
        var document = source.Document.Save();
        var copy = new ContentItem
        {
            ContentItemId = IdGenerator.NewId(),
            Type = source.Type,
            LocalizationSet = set,
            Culture = source.Culture,
            Owner = actor.UserId,
            Author = actor.Name,
            CreatedUtc = time.GetUtcNow(),
            Document = ContentDocument.Read(document.Own, document.Shared),
        };
        if (copy.Has<TitlePart>())
        {
            copy.Alter<TitlePart>(part => part.Title = title(part.Title) is { Length: <= TitlePart.MaxLength } changed ? changed : part.Title);
        }

        if (copy.Has<AutoroutePart>() && copy.As<AutoroutePart>().Path.Length > 0)
        {
            copy.Alter<AutoroutePart>(part => part.Path = "");
        }

        return copy;
    }
}
