using System.Globalization;
using Cms.Content.Manager;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Accessibility;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Editor;

/// <summary>Something that a text can link to or show.</summary>
/// <param name="Value">Address as the text has it: <c>item:4abc</c>, <c>media:plans/a.png</c>.</param>
/// <param name="Language">Language of the words when it is not the reader's.</param>
public sealed record Target(string Value, string Text, string? Language, string Note);

/// <param name="Words">How many there are, for a reader.</param>
public sealed record TargetPage(IReadOnlyList<Target> Hits, string Words);

/// <summary>Finds what a text can link to or show, for the dialogs of the editor.</summary>
public sealed class TargetController(ContentTitles titles, MediaFiles media, ContentDefinitions definitions, CultureSettings cultures, IActorSource actors, IStringLocalizer<Startup> localizer) : Controller
{
    private const int Most = 30;

    /// <summary>Titles that are looked at for one search: those without a page are left out.</summary>
    private const int MostTitles = 200;

    private const int MostFiles = 5_000;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    [HttpGet("/admin/content/targets/items")]
    public async Task<ActionResult<TargetPage>> Items(string? text, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Edit);
        var drafts = actor.Reach(ContentPermissions.Preview, [.. definitions.Types.Select(type => type.Name)]);
        var found = await titles.FindAsync("", text?.Trim() ?? "", [Language, .. cultures.Names.Where(name => name != Language)], MostTitles, drafts, token);
        return Page(found.Titles
            .Where(title => definitions.TypeOf(title.Type).IsRoutable)
            .Select(title => new Target($"item:{title.SetId}", title.Title, title.Culture == Language ? null : title.Culture, localizer[definitions.TypeOf(title.Type).DisplayName])));
    }

    [HttpGet("/admin/content/targets/pictures")]
    public async Task<ActionResult<TargetPage>> Pictures(string? text, CancellationToken token)
    {
        (await actors.OfAsync(User, token)).DemandSomewhere(ContentPermissions.Edit);
        return Page(media.List(MostFiles)
            .Where(path => AccessibilityCheck.IsPicture(path) && path.Contains(text?.Trim() ?? "", StringComparison.CurrentCultureIgnoreCase))
            .Select(path => new Target($"media:{path}", path, null, "")));
    }

    private TargetPage Page(IEnumerable<Target> targets)
    {
        var found = targets.Take(Most + 1).ToList();
        var words = found.Count > Most ? localizer["The first {0} – type more words to see others.", Most].Value : found.Count == 0 ? localizer["Nothing was found."] : localizer.Plural(found.Count, "1 found", "{0} found");
        return new TargetPage([.. found.Take(Most)], words);
    }
}
