using Cms.Content.Fields;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Editors;
using Cms.Users;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>How the content list is narrowed and ordered, as it stands in the address. An empty value narrows nothing.</summary>
/// <param name="Words">Words of a title.</param>
/// <param name="Publisher">Localization set.</param>
/// <param name="Owner">Id of an account, or <see cref="Mine"/>.</param>
/// <param name="Theme">Id of a term among the themes.</param>
/// <param name="Term">Id of a term in any field.</param>
public sealed record ContentFiltering(string Words, string Type, string Language, string Publisher, string State, string Owner, string Theme, string Term, string Sort)
{
    public const string Mine = "me";
    public const string NewestChange = "";
    public const string OldestChange = "oldest";
    public const string Title = "title";
    public const string NewestCreation = "created";
}

/// <param name="Depth">0 at the top of a tree.</param>
public sealed record FilterOption(string Value, string Text, bool IsChosen, int Depth = 0);

/// <summary>What the content list can be narrowed to, and the query that does it.</summary>
public sealed class ContentFilters(ContentTitles titles, EditorChoices choices, ContentDefinitions definitions, UserStore users, CultureSettings cultures, IStringLocalizer<Startup> localizer)
{
    private const string PublisherField = nameof(PublicationPart) + "." + nameof(PublicationPart.Publisher);
    private const string ThemesField = nameof(PublicationPart) + "." + nameof(PublicationPart.Themes);
    private const int MostOffered = 200;

    /// <exception cref="CmsException">400: a language, state or order that there is not.</exception>
    public async Task<ContentQuery> QueryAsync(ContentFiltering filtering, Actor actor, CancellationToken token)
    {
        if (filtering.Language.Length > 0 && !cultures.Supports(filtering.Language))
        {
            throw new CmsException("content.unknown-culture", 400, filtering.Language);
        }

        var filters = new List<ContentFilter>();
        if (filtering.State.Length > 0)
        {
            filters.Add(new StateFilter(Enum.TryParse<ContentState>(filtering.State, out var state) && Enum.IsDefined(state) ? state : throw new CmsException("filter.unknown", 400)));
        }

        if (filtering.Owner.Length > 0)
        {
            filters.Add(new OwnerFilter(filtering.Owner == ContentFiltering.Mine ? actor.UserId : filtering.Owner));
        }

        if (filtering.Theme.Length > 0)
        {
            filters.Add(new ReferenceFilter(Reference.Term, ThemesField, await WithNarrowerAsync(filtering.Theme, token)));
        }

        var query = new ContentQuery { Type = Given(filtering.Type), Culture = Given(filtering.Language), Publisher = Given(filtering.Publisher), Term = Given(filtering.Term), Filters = filters };
        return filtering.Sort switch
        {
            ContentFiltering.NewestChange => query with { OrderBy = ContentQuery.ByChange, Descending = true },
            ContentFiltering.OldestChange => query with { OrderBy = ContentQuery.ByChange },
            ContentFiltering.Title => query with { OrderBy = ContentQuery.ByTitle },
            ContentFiltering.NewestCreation => query,
            _ => throw new CmsException("filter.unknown", 400),
        };
    }

    /// <summary>Organisations that publish anything.</summary>
    public async Task<IReadOnlyList<FilterOption>> PublishersAsync(string chosen, CancellationToken token)
    {
        var all = await titles.FindAsync(Field(nameof(PublicationPart.Publisher))?.ContentType ?? "", "", cultures.Names, MostOffered, token: token);
        var used = await titles.PointedToAsync(PublisherField, [.. all.Titles.Select(title => title.SetId)], token);
        return [.. all.Titles.Where(title => used.Contains(title.SetId) || title.SetId == chosen).Select(title => new FilterOption(title.SetId, title.Title, title.SetId == chosen))];
    }

    /// <summary>The reader, then the other accounts.</summary>
    public async Task<IReadOnlyList<FilterOption>> OwnersAsync(string chosen, Actor actor, CancellationToken token)
    {
        var accounts = (await users.SearchAsync(new AccountFilter(), token)).Accounts;
        return
        [
            new FilterOption(ContentFiltering.Mine, localizer["Me"], chosen == ContentFiltering.Mine),
            .. accounts.Where(account => account.Id != actor.UserId).Select(account => new FilterOption(account.Id, account.Name, account.Id == chosen)),
        ];
    }

    public async Task<IReadOnlyList<FilterOption>> ThemesAsync(string chosen, CancellationToken token) =>
        [.. (await TermsAsync(token)).Select(term => new FilterOption(term.Value, term.Text, term.Value == chosen, term.Depth))];

    public IReadOnlyList<FilterOption> States(string chosen) =>
        [.. new[] { (ContentState.Draft, "Draft"), (ContentState.Published, "Published"), (ContentState.Changed, "Published, changed") }.Select(state => new FilterOption(state.Item1.ToString(), localizer[state.Item2], state.Item1.ToString() == chosen))];

    public IReadOnlyList<FilterOption> Orders(string chosen) =>
    [
        .. new[]
        {
            (ContentFiltering.NewestChange, "Changed last"), (ContentFiltering.OldestChange, "Unchanged for longest"), (ContentFiltering.NewestCreation, "Created last"), (ContentFiltering.Title, "Title"),
        }.Select(order => new FilterOption(order.Item1, localizer[order.Item2], order.Item1 == chosen)),
    ];

    /// <summary>A term and those under it.</summary>
    private async Task<IReadOnlyList<string>> WithNarrowerAsync(string term, CancellationToken token)
    {
        var terms = await TermsAsync(token);
        var from = terms.ToList().FindIndex(one => one.Value == term);
        return from < 0 ? [term] : [term, .. terms.Skip(from + 1).TakeWhile(one => one.Depth > terms[from].Depth).Select(one => one.Value)];
    }

    private async Task<IReadOnlyList<Choice>> TermsAsync(CancellationToken token) =>
        Field(nameof(PublicationPart.Themes)) is { } themes ? await choices.TermsOfAsync(themes, ThemesField, token) : [];

    /// <summary>A field of what everything with a page has; null on a website without pages.</summary>
    private FieldDefinition? Field(string name) => definitions.Part(nameof(PublicationPart))?.Fields.FirstOrDefault(field => field.Name == name);

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
