using System.Globalization;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Editor;
using Cms.Core.Security;
using Cms.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>A place of the administration that fits what was typed.</summary>
/// <param name="Note">What it is.</param>
/// <param name="Language">Language of the text where it is not the reader's.</param>
public sealed record FoundPlace(string Text, string Url, string Note, string? Language = null);

/// <summary>Quick navigation: pages of the administration, what can be made, and content, by a part of the name without accents and case.</summary>
public sealed class FindModel(
    AdminQueries queries, EditorPages editor, IEnumerable<AdminMenuItem> menu, IActorSource actors, IStringLocalizer<AdminMenuItem> menuTexts, IStringLocalizer<Startup> localizer) : PageModel
{
    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private const int Most = 20;
    private const int Longest = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>True for the script, which shows the places in a window of its own.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Fragment { get; set; }

    public IReadOnlyList<FoundPlace> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var words = (Words ?? "").Trim();
        words = words.Length > Longest ? words[..Longest] : words;
        Places = [.. Pages(actor, words), .. words.Length == 0 ? [] : Makings(actor, words), .. words.Length == 0 ? [] : await ContentAsync(actor, words, token)];
        return Fragment ? Partial("_Places", this) : Page();
    }

    private IEnumerable<FoundPlace> Pages(Actor actor, string words) => menu
        .Where(item => item.IsFor?.Invoke(actor) != false)
        .OrderBy(item => item.Position)
        .Select(item => new FoundPlace(menuTexts[item.Text], item.Url, localizer["Page"]))
        .Where(place => Fits(place.Text, words));

    private IEnumerable<FoundPlace> Makings(Actor actor, string words) => editor.Types(actor)
        .SelectMany(group => group.Types)
        .SelectMany(type => type.Languages.Select(language => new FoundPlace($"{type.Name} – {language.Name}", language.Url, localizer["New"])))
        .Where(place => Fits($"{localizer["New"]} {place.Text}", words))
        .Take(Most);

    private async Task<IEnumerable<FoundPlace>> ContentAsync(Actor actor, string words, CancellationToken token)
    {
        if (!actor.MaySomewhere(ContentPermissions.Preview))
        {
            return [];
        }

        var (rows, _) = await queries.PageAsync(new ContentQuery { OrderBy = ContentQuery.ByTitle, PageSize = Most }, actor, token, words);
        return rows.Select(row => new FoundPlace(row.Title, row.CanEdit ? EditorPage.UrlOf(row.Id) : $"/admin/content/{Uri.EscapeDataString(row.Id)}", $"{row.Type}, {row.Culture}", row.Culture));
    }

    private static bool Fits(string text, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, Alike) >= 0);
}
