using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>A publisher or language that a scope can name.</summary>
/// <param name="Culture">Language of the name.</param>
public sealed record ScopeChoice(string Id, string Name, string Culture, bool IsChosen);

/// <param name="MorePublishers">True when there are more than are shown.</param>
public sealed record ScopeForm(IReadOnlyList<ScopeChoice> Publishers, bool MorePublishers, IReadOnlyList<ScopeChoice> Languages);

/// <summary>What a form of scopes offers: published organisations and the website's languages, as far as the actor's own scope goes.</summary>
public sealed class ScopeChoices(ContentTitles titles, ContentStore store, CultureSettings cultures)
{
    private const string PublisherType = "Organisation";
    private const int Most = 500;

    public async Task<ScopeForm> OfAsync(ActorScope chosen, Actor actor, CancellationToken token)
    {
        var own = actor.Has(Actor.SiteOwner) ? ActorScope.Everything : actor.Scope;
        var preferred = cultures.Names.OrderByDescending(name => cultures.Format(name).Equals(CultureInfo.CurrentUICulture)).ToList();
        var page = await titles.FindAsync(PublisherType, "", preferred, Most, token: token);
        var published = await store.PreferredAsync([.. page.Titles.Select(title => title.SetId)], preferred, ContentVersion.Published, token);
        var publishers = page.Titles.Where(title => published.ContainsKey(title.SetId)).Select(title => new ScopeChoice(title.SetId, title.Title, title.Culture, IsChosen(chosen.Publishers, title.SetId)));
        var gone = await GoneAsync(chosen, preferred, published.ContainsKey, token);
        return new ScopeForm(
            [.. publishers.Concat(gone).Where(choice => own.Publishers?.Contains(choice.Id) != false)],
            page.More,
            [.. cultures.Names.Where(name => own.Cultures?.Contains(name) != false).Select(name => new ScopeChoice(name, cultures.NativeName(name), name, IsChosen(chosen.Cultures, name)))]);
    }

    /// <summary>The scope that a form was sent with; nothing chosen is everything.</summary>
    /// <exception cref="CmsException">400: what was sent can not be publishers and languages.</exception>
    public ActorScope Read(string[]? publishers, string[]? languages)
    {
        var wrong = (publishers ?? []).FirstOrDefault(set => !IdGenerator.IsWellFormed(set)) ?? (languages ?? []).FirstOrDefault(name => !cultures.Supports(name));
        return wrong is null ? ScopeColumn.Of(publishers ?? [], languages ?? []) : throw new CmsException("scope.unknown", 400);
    }

    /// <summary>Chosen once and no longer published: shown, so that saving does not drop them silently, which could make the scope everything.</summary>
    private async Task<IEnumerable<ScopeChoice>> GoneAsync(ActorScope chosen, IReadOnlyList<string> preferred, Func<string, bool> isShown, CancellationToken token)
    {
        var gone = (chosen.Publishers ?? new HashSet<string>()).Where(set => !isShown(set)).ToList();
        var names = await titles.OfAsync(gone, preferred, token);
        return gone.Select(set => names.TryGetValue(set, out var title) ? new ScopeChoice(set, title.Title, title.Culture, true) : new ScopeChoice(set, set, "", true));
    }

    private static bool IsChosen(IReadOnlySet<string>? chosen, string id) => chosen?.Contains(id) == true;
}
