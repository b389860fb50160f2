using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Editor;
using Cms.ContentAdmin.Reviews;
using Cms.ContentAdmin.Schedule;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>A part and what its fields hold, as text.</summary>
public sealed record PartLines(string Name, IReadOnlyList<FieldLine> Fields);

public sealed record FieldLine(string Label, string Text, bool Shared);

/// <param name="Problem">Why it did not happen, or will not; null for nothing.</param>
public sealed record PlanLine(string Verb, string When, string Who, string? Problem);

public sealed record HistoryLine(string VersionId, string When, string Who, string What, string Title, string Comment);

/// <summary>Everything about one item, to read: fields, history, where it is used.</summary>
public sealed class ItemModel(ContentManager manager, ContentStore store, AdminQueries queries, EditorDesk desk, EditorPages pages, EditorForms forms, FieldWordsSource source, WhereUsed used, PlanStore plans, ReviewStore reviews, FailureText texts, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => ContentAdmin.Notice.Text(Done);

    public ContentRow Row { get; private set; } = null!;

    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    /// <summary>Day from which on it is to be looked over.</summary>
    public DateOnly? Review { get; private set; }

    public bool CanPreview { get; private set; }

    public bool CanDuplicate { get; private set; }

    public IReadOnlyList<PartLines> Parts { get; private set; } = [];

    public IReadOnlyList<ItemLink> Translations { get; private set; } = [];

    /// <summary>Languages of the website that it is not written in.</summary>
    public IReadOnlyList<EditorLanguage> Missing { get; private set; } = [];

    public IReadOnlyList<ItemLink> Uses { get; private set; } = [];

    /// <summary>Terms of a taxonomy that items have.</summary>
    public IReadOnlyList<TermUse> Terms { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task OnGetAsync(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        Row = await queries.RowAsync(item, actor, token);
        Plans = [.. (await plans.OfAsync(id, token)).Select(plan => Line(plan, item))];
        Review = await reviews.OfAsync(id, token);
        CanPreview = item.Type.IsRoutable;
        CanDuplicate = item.Type.Creatable && actor.May(ContentPermissions.Edit, item.Type, item.Culture);
        var words = await source.ForAsync([item], desk.ReaderFormats, token);
        Parts = [.. item.Type.Parts.GroupBy(part => forms.TitleOf(part, item.Type)).Select(group => new PartLines(group.Key, [.. group.SelectMany(part => Lines(item.Part(part), part.Fields, words))])).Where(part => part.Fields.Count > 0)];
        var others = (await store.LanguagesAsync(item.LocalizationSet, ContentVersion.Latest, token)).Where(other => other.Culture != item.Culture).ToList();
        Translations = [.. others.Select(used.Link)];
        Missing = [.. pages.Languages(item, others, actor).Where(language => !language.Exists)];
        Uses = await used.OfAsync(item, publishedOnly: false, token);
        Terms = await used.TermsAsync(item, token);
        History = [.. (await manager.HistoryAsync(id, actor, token: token)).Select(Line)];
    }

    private List<FieldLine> Lines(Cms.Content.Types.FieldHolder holder, IReadOnlyList<Cms.Content.Types.FieldDefinition> fields, FieldWords words) =>
        [.. fields.Select(field => new FieldLine(localizer[field.Label.Length > 0 ? field.Label : field.Name], words.Of(field.Get(holder), field), field.Shared)).Where(line => line.Text.Length > 0)];

    private HistoryLine Line(VersionRow version) => new(version.VersionId, queries.Moment(Utc.Parse(version.Utc)), version.Author, What(version.Verb), version.Title, version.Comment);

    private PlanLine Line(Plan plan, ContentItem item) => new(
        plan.Verb, queries.Moment(plan.DueUtc), plan.AccountName, plan.Problem is { } key ? texts.Of(key, []) : plan.IsOf(item) ? null : texts.Of("plan.changed", []));

    private string What(string verb) => localizer[VersionModel.VerbWord(verb)];
}
