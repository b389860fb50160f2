using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.ContentAdmin.Work;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Editors;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Editor;

/// <summary>A language version of the item that is edited.</summary>
/// <param name="Url">Where to edit it, or to make it.</param>
/// <param name="Exists">False for one that is still to be made.</param>
public sealed record EditorLanguage(string Culture, string Name, string Url, bool Exists, bool IsCurrent)
{
    /// <summary>The name where it stands alone.</summary>
    public string Title => char.ToUpper(Name[0], CultureInfo.CurrentCulture) + Name[1..];
}

/// <summary>The page of a form.</summary>
/// <param name="Row">The item in lists; null for a new one.</param>
/// <param name="Notice">What was just done, an English sentence and msgid.</param>
/// <param name="IsTyped">True when the form holds what is not saved.</param>
public sealed record EditorPage(
    string Title, string TypeName, string LanguageName, string Id, ContentRow? Row, EditorForm Form, EditorStamp Stamp, IReadOnlyList<EditorLanguage> Languages, bool CanPublish, bool CanPreview, string? Notice, bool IsTyped)
{
    /// <summary>What is known of the item beside its content.</summary>
    public WorkNotes Work { get; init; } = new(null, []);

    /// <summary>What is said of the version that is being written.</summary>
    public string Comment { get; init; } = "";

    /// <summary>What in the form shuts readers out.</summary>
    public required EditorFindings Findings { get; init; }

    /// <summary>True when it was not published because of these findings.</summary>
    public bool IsGated { get; init; }

    public string Url => UrlOf(Id);

    public string BackUrl => Row is null ? "/admin/content" : $"/admin/content/{Uri.EscapeDataString(Id)}";

    public static string UrlOf(string id) => $"/admin/content/{Uri.EscapeDataString(id)}/edit";
}

/// <summary>What is typed and not saved, and who else is there.</summary>
/// <param name="Kept">When the reader's text was kept, in the reader's format; null where there is none.</param>
/// <param name="Others">Names of others who have the item open.</param>
public sealed record WorkNotes(string? Kept, IReadOnlyList<string> Others);

/// <summary>The page of a save that came too late.</summary>
/// <param name="Inputs">Everything that was typed, and what the form was made from.</param>
/// <param name="Chosen">What was chosen already, by the name of the field.</param>
public sealed record ConflictPage(
    string Title, string Id, string Author, string Modified, IReadOnlyList<FieldDifference> Differences, IReadOnlyList<KeyValuePair<string, string>> Inputs, IReadOnlyDictionary<string, string> Chosen, string Language, string Against, bool CanPublish)
{
    /// <summary>What the inputs of the choices begin with; the field's name follows.</summary>
    public const string ChoicePrefix = "_choice ";

    public string Url => EditorPage.UrlOf(Id);
}

/// <summary>Types that a new item can have, under a heading.</summary>
public sealed record TypeGroup(string Title, IReadOnlyList<TypeChoice> Types);

/// <param name="Languages">Where a new one begins, by language.</param>
public sealed record TypeChoice(string Name, IReadOnlyList<EditorLanguage> Languages);

/// <summary>Makes the pages of the editor.</summary>
public sealed class EditorPages(
    EditorForms forms, EditorChecks checks, ContentStore store, ContentDefinitions definitions, AdminQueries queries, EditorWork work, CultureSettings cultures, IStringLocalizer<Startup> localizer)
{
    /// <param name="focus">The input or step that gets the keyboard.</param>
    public async Task<EditorPage> MakeAsync(EditSession session, Actor actor, CancellationToken token, IReadOnlyList<Failure>? failures = null, string focus = "", string? notice = null, bool isTyped = false)
    {
        var item = session.Item;
        var all = (await store.LanguagesAsync(item.LocalizationSet, ContentVersion.Latest, token)).Where(other => other.Culture != item.Culture).ToList();
        var others = await ReadableAsync(all, actor, token);
        var beside = others.MinBy(other => cultures.Names.ToList().IndexOf(other.Culture));
        var form = await forms.MakeAsync(
            new EditorRequest(item, session.Values, session.Formats, EditorPage.UrlOf(item.ContentItemId) + "/step")
            {
                Failures = failures ?? [],
                Other = beside,
                OtherLanguage = beside is null ? null : new OtherLanguage(beside.Culture, LanguageName(beside.Culture), session.IsNew),
                SharedWith = [.. others.Select(other => LanguageName(other.Culture))],
                IsSharedFixed = actor.Scope.Cultures is { } written && all.Exists(other => !written.Contains(other.Culture)),
                Drafts = actor.Reach(ContentPermissions.Preview, [.. definitions.Types.Select(one => one.Name)]),
                Focus = focus,
            },
            token);
        var type = localizer[item.Type.DisplayName].Value;
        return new EditorPage(
            !session.IsNew ? item.DisplayText : beside is not null ? localizer["{0} – translation of “{1}”", type, beside.DisplayText] : localizer["{0} – new", type],
            type,
            LanguageName(item.Culture),
            item.ContentItemId,
            session.IsNew ? null : await queries.RowAsync(item, actor, token),
            form,
            session.Stamp,
            Languages(item, all, actor),
            actor.May(ContentPermissions.Publish, item),
            item.Type.IsRoutable,
            notice,
            isTyped)
        {
            Findings = await checks.OfAsync(session, token),
            Comment = session.Comment,
        };
    }

    /// <summary>The other languages as they are published, where the actor may not see their drafts.</summary>
    private async Task<List<ContentItem>> ReadableAsync(List<ContentItem> others, Actor actor, CancellationToken token)
    {
        if (others.TrueForAll(other => actor.May(ContentPermissions.Preview, other)))
        {
            return others;
        }

        var published = (await store.LanguagesAsync(others[0].LocalizationSet, ContentVersion.Published, token)).ToDictionary(other => other.Culture);
        return [.. others.Select(other => actor.May(ContentPermissions.Preview, other) ? other : published.GetValueOrDefault(other.Culture)).OfType<ContentItem>()];
    }

    public async Task<WorkNotes> WorkAsync(string id, Actor actor, CancellationToken token) =>
        new(await work.KeptAsync(id, actor.UserId, token) is { } kept ? queries.Moment(kept) : null, await work.OthersAsync(id, actor.UserId, token));

    public ConflictPage Conflict(EditSession session, IReadOnlyList<FieldDifference> differences, IReadOnlyDictionary<string, string> chosen, Actor actor) => new(
        session.Item.DisplayText,
        session.Item.ContentItemId,
        session.Item.Author,
        queries.Moment(session.Item.ModifiedUtc),
        [.. differences.OrderBy(difference => difference.Choice is null ? 0 : 1)],
        [.. session.Stamp.Inputs, .. session.Values.Pairs, new(EditSession.CommentInput, session.Comment)],
        chosen,
        session.Item.Culture,
        EditorDesk.Against(session.Item),
        actor.May(ContentPermissions.Publish, session.Item));

    /// <summary>What the actor can make, pages of the website first.</summary>
    public IReadOnlyList<TypeGroup> Types(Actor actor)
    {
        var types = definitions.Types.Where(type => type.Creatable && cultures.Names.Any(culture => actor.May(ContentPermissions.Edit, type, culture))).ToLookup(type => type.IsRoutable);
        return
        [
            .. new[] { new TypeGroup(localizer["Pages of the website"], Choices(types[true], actor)), new TypeGroup(localizer["What pages are made of"], Choices(types[false], actor)) }.Where(group => group.Types.Count > 0),
        ];
    }

    private List<TypeChoice> Choices(IEnumerable<ContentTypeDefinition> types, Actor actor) =>
        [.. types.Select(type => new TypeChoice(localizer[type.DisplayName], [.. cultures.Names.Where(culture => actor.May(ContentPermissions.Edit, type, culture)).Select(culture => new EditorLanguage(culture, LanguageName(culture), NewUrl(type.Name, culture), false, false))])).OrderBy(choice => choice.Name, StringComparer.CurrentCulture)];

    /// <summary>The website's languages, those that the item is written in and those that it can be written in, as far as the actor may write them.</summary>
    public IReadOnlyList<EditorLanguage> Languages(ContentItem item, IReadOnlyList<ContentItem> others, Actor actor)
    {
        var languages = new List<EditorLanguage>();
        foreach (var culture in cultures.Names)
        {
            var version = culture == item.Culture ? item : others.FirstOrDefault(other => other.Culture == culture);
            if (version is null ? actor.MayTranslate(item, culture) : version == item || actor.May(ContentPermissions.Edit, version))
            {
                var url = version is null ? $"{NewUrl(item.ContentType, culture)}?set={Uri.EscapeDataString(item.LocalizationSet)}" : EditorPage.UrlOf(version.ContentItemId);
                languages.Add(new EditorLanguage(culture, LanguageName(culture), url, version is not null, version == item));
            }
        }

        return languages;
    }

    /// <summary>The language versions of a set, each with the address of its preview.</summary>
    public IReadOnlyList<EditorLanguage> Previews(ContentItem item, IEnumerable<ContentItem> versions) =>
    [
        .. versions.OrderBy(version => cultures.Names.ToList().IndexOf(version.Culture))
            .Select(version => new EditorLanguage(version.Culture, LanguageName(version.Culture), $"/admin/content/{Uri.EscapeDataString(version.ContentItemId)}/preview", true, version.Culture == item.Culture)),
    ];

    private static string NewUrl(string type, string culture) => $"/admin/content/new/{Uri.EscapeDataString(type)}/{Uri.EscapeDataString(culture)}";

    /// <summary>A language's name in the reader's.</summary>
    private static string LanguageName(string culture) => CultureInfo.GetCultureInfo(culture).DisplayName;
}
