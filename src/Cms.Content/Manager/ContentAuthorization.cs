using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Content.Manager;

/// <summary>Answers who may do what to which content: by right, type, owner, language and publisher.</summary>
public static class ContentAuthorization
{
    private const string PublisherField = nameof(PublicationPart) + "." + nameof(PublicationPart.Publisher);

    /// <summary>Whether the actor may do this to the item as it is given.</summary>
    public static bool May(this Actor actor, ContentRight right, ContentItem item) => actor.May(right, item.ContentType, item.Culture, item.Owner, ContentManager.Publisher(item));

    /// <summary>Whether the actor may do this to content of which only this is known.</summary>
    /// <param name="publisher">Localization set of its publisher; null for none.</param>
    public static bool May(this Actor actor, ContentRight right, string type, string culture, string owner, string? publisher) =>
        actor.Has(Needed(actor, right, type, owner)) && actor.Scope.Covers(culture) && actor.Scope.CoversPublisher(publisher);

    /// <summary>Whether the actor may do this to content of a type and language, own content at least. Who writes for some publishers writes nothing that has none.</summary>
    public static bool May(this Actor actor, ContentRight right, ContentTypeDefinition type, string culture) =>
        actor.Has(right.OwnOf(type.Name)) && actor.Scope.Covers(culture) && (actor.Scope.Publishers is null || type.Part(nameof(PublicationPart)) is not null);

    /// <summary>Whether the actor may write the version of an item's set in another language.</summary>
    public static bool MayTranslate(this Actor actor, ContentItem item, string culture) =>
        item.Type.Creatable && actor.May(ContentPermissions.Edit, item.ContentType, culture, actor.UserId, ContentManager.Publisher(item));

    /// <summary>Whether there can be content that the actor may do this to.</summary>
    public static bool MaySomewhere(this Actor actor, ContentRight right) => actor.Has(right.All) || actor.Permissions.Any(right.IsIn);

    /// <summary>Condition of lists that show only what the actor may do this to; null where that is everything.</summary>
    /// <param name="types">Names of all types.</param>
    public static VisibleFilter? Reach(this Actor actor, ContentRight right, IReadOnlyCollection<string> types)
    {
        var all = actor.Has(right.All) ? null : types.Where(type => actor.Has(right.Of(type))).ToList();
        var own = actor.Has(right.Own) ? null : types.Where(type => actor.Has(right.OwnOf(type))).ToList();
        var scope = actor.Scope;
        return all is null && scope is { Cultures: null, Publishers: null } ? null : new VisibleFilter(all, own, actor.UserId, Names(scope.Cultures), Names(scope.Publishers));
    }

    /// <exception cref="AccessDeniedException">The actor may not do this to the item.</exception>
    public static void Demand(this Actor actor, ContentRight right, ContentItem item)
    {
        if (!actor.May(right, item))
        {
            throw new AccessDeniedException(Needed(actor, right, item.ContentType, item.Owner).Name, actor.IsSignedIn);
        }
    }

    /// <exception cref="AccessDeniedException">There is no content that the actor may do this to.</exception>
    public static void DemandSomewhere(this Actor actor, ContentRight right)
    {
        if (!actor.MaySomewhere(right))
        {
            throw new AccessDeniedException(right.All.Name, actor.IsSignedIn);
        }
    }

    /// <summary>What keeps an item out of the actor's hands once it is stored like this: somebody who writes for some publishers names one of them.</summary>
    internal static IReadOnlyList<Failure> Beyond(Actor actor, ContentItem item) =>
        actor.Scope.CoversPublisher(ContentManager.Publisher(item)) ? [] : [new Failure("content.publisher-scope", item.Has<PublicationPart>() ? PublisherField : null)];

    private static Permission Needed(Actor actor, ContentRight right, string type, string owner) => actor.IsSignedIn && owner == actor.UserId ? right.OwnOf(type) : right.Of(type);

    private static List<string>? Names(IReadOnlySet<string>? names) => names?.Order(StringComparer.Ordinal).ToList();

    private static bool Covers(this ActorScope scope, string culture) => scope.Cultures?.Contains(culture) != false;

    private static bool CoversPublisher(this ActorScope scope, string? publisher) => scope.Publishers is null || (publisher is not null && scope.Publishers.Contains(publisher));
}
