using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Editor;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>A part and what its fields hold, as text.</summary>
public sealed record PartLines(string Name, IReadOnlyList<FieldLine> Fields);

public sealed record FieldLine(string Label, string Text, bool Shared);

public sealed record ItemLink(string Id, string Title, string Type, string Culture);

public sealed record HistoryLine(string When, string Who, string What, string Title, string Comment);

/// <summary>Everything about one item, to read: fields, history, where it is used.</summary>
public sealed class ItemModel(ContentManager manager, ContentStore store, AdminQueries queries, EditorDesk desk, EditorPages pages, EditorForms forms, FieldWordsSource source, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    private const int MostUses = 50;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => ContentAdmin.Notice.Text(Done);

    public ContentRow Row { get; private set; } = null!;

    public bool CanEdit { get; private set; }

    public IReadOnlyList<PartLines> Parts { get; private set; } = [];

    public IReadOnlyList<ItemLink> Translations { get; private set; } = [];

    /// <summary>Languages of the website that it is not written in.</summary>
    public IReadOnlyList<EditorLanguage> Missing { get; private set; } = [];

    public IReadOnlyList<ItemLink> Uses { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task OnGetAsync(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        Row = await queries.RowAsync(item, token);
        CanEdit = actor.Has(ContentPermissions.EditContent);
        var words = await source.ForAsync([item], desk.ReaderFormats, token);
        Parts = [.. item.Type.Parts.GroupBy(part => forms.TitleOf(part, item.Type)).Select(group => new PartLines(group.Key, [.. group.SelectMany(part => Lines(item.Part(part), part.Fields, words))])).Where(part => part.Fields.Count > 0)];
        var others = (await store.LanguagesAsync(item.LocalizationSet, ContentVersion.Latest, token)).Where(other => other.Culture != item.Culture).ToList();
        Translations = [.. others.Select(Link)];
        Missing = [.. pages.Languages(item, others).Where(language => !language.Exists)];
        Uses = await UsesAsync(item, token);
        History = [.. (await manager.HistoryAsync(id, actor, token: token)).Select(Line)];
    }

    private async Task<IReadOnlyList<ItemLink>> UsesAsync(ContentItem item, CancellationToken token)
    {
        var sets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var published in new[] { true, false })
        {
            sets.UnionWith((await store.UsesAsync(Reference.Set, item.LocalizationSet, published, MostUses, token)).Select(use => use.SetId));
        }

        var users = await store.PreferredAsync(sets, [item.Culture], ContentVersion.Latest, token);
        return [.. users.Values.Select(Link).OrderBy(link => link.Title, StringComparer.CurrentCulture)];
    }

    private List<FieldLine> Lines(Cms.Content.Types.FieldHolder holder, IReadOnlyList<Cms.Content.Types.FieldDefinition> fields, FieldWords words) =>
        [.. fields.Select(field => new FieldLine(localizer[field.Label.Length > 0 ? field.Label : field.Name], words.Of(field.Get(holder), field), field.Shared)).Where(line => line.Text.Length > 0)];

    private ItemLink Link(ContentItem item) => new(item.ContentItemId, item.DisplayText, queries.TypeName(item.ContentType), item.Culture);

    private HistoryLine Line(VersionRow version) => new(queries.Moment(Utc.Parse(version.Utc)), version.Author, What(version.Verb), version.Title, version.Comment);

    private string What(string verb) => verb switch
    {
        "save" => localizer["saved"],
        "publish" => localizer["published"],
        "restore" => localizer["restored"],
        _ => verb,
    };
}
