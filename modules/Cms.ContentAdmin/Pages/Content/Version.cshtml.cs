using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Editor;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>A field that two versions say differently.</summary>
/// <param name="Pieces">The text of both, in one reading.</param>
public sealed record FieldChange(string Label, bool Shared, IReadOnlyList<TextPiece> Pieces);

/// <summary>One version of an item: what it changed, or what separates it from the newest one.</summary>
public sealed class VersionModel(ContentManager manager, AdminQueries queries, EditorDesk desk, FieldWordsSource source, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    /// <summary>What the version is compared with: the newest one, else the one before it.</summary>
    public const string Newest = "newest";

    public ContentRow Row { get; private set; } = null!;

    public string Id { get; private set; } = "";

    public string When { get; private set; } = "";

    public string Who { get; private set; } = "";

    public string What { get; private set; } = "";

    public string Comment { get; private set; } = "";

    public bool IsNewest { get; private set; }

    public bool IsFirst { get; private set; }

    public bool AgainstNewest { get; private set; }

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task OnGetAsync(string id, string version, string? with, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        var history = await manager.HistoryAsync(id, actor, int.MaxValue, token);
        var at = history.ToList().FindIndex(line => line.VersionId == version);
        if (at < 0)
        {
            throw new CmsException("content.not-found", 404, version);
        }

        Row = await queries.RowAsync(item, actor, token);
        (Id, When, Who, What, Comment) = (version, queries.Moment(Utc.Parse(history[at].Utc)), history[at].Author, localizer[VerbWord(history[at].Verb)], history[at].Comment);
        (IsNewest, IsFirst, AgainstNewest) = (at == 0, at == history.Count - 1, with == Newest);
        var other = AgainstNewest ? history[0] : IsFirst ? null : history[at + 1];
        Changes = await CompareAsync(id, other, history[at], actor, token);
    }

    /// <summary>English word for a verb of the history, and msgid.</summary>
    public static string VerbWord(string verb) => verb switch
    {
        "save" => "saved",
        "publish" => "published",
        "restore" => "restored",
        _ => verb,
    };

    /// <summary>What one reads from the other version to this one; against the newest it is read from this one to that.</summary>
    private async Task<IReadOnlyList<FieldChange>> CompareAsync(string id, VersionRow? other, VersionRow row, Actor actor, CancellationToken token)
    {
        var shown = await manager.VersionAsync(id, row.VersionId, actor, token) ?? throw new CmsException("content.not-found", 404, row.VersionId);
        var otherItem = other is null ? shown.With(ContentDocument.New()) : await manager.VersionAsync(id, other.VersionId, actor, token) ?? throw new CmsException("content.not-found", 404, other.VersionId);
        var (before, after) = AgainstNewest ? (shown, otherItem) : (otherItem, shown);
        var words = await source.ForAsync([before, after], desk.ReaderFormats, token);
        return
        [
            .. shown.Type.Parts.SelectMany(part => part.Fields.Select(field => (part, field)))
                .Select(at => (at.field, Before: words.Of(at.field.Get(before.Part(at.part)), at.field), After: words.Of(at.field.Get(after.Part(at.part)), at.field)))
                .Where(at => at.Before != at.After)
                .Select(at => new FieldChange(localizer[at.field.Label.Length > 0 ? at.field.Label : at.field.Name], at.field.Shared, TextPieces.Between(at.Before, at.After))),
        ];
    }
}
