using System.Globalization;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>A link to another page of a list.</summary>
public sealed record PageNumber(int Number, string Url, bool IsCurrent);

/// <summary>The content whose drafts the reader may see.</summary>
public sealed class ContentIndexModel(AdminQueries queries, ContentFilters filters, WhereUsed used, CultureSettings cultures, IActorSource actors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Words of a title.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Publisher { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>Id of a term in any field.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Term { get; set; }

    /// <summary>The name of that term; empty without one.</summary>
    public string TermName { get; private set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => ContentAdmin.Notice.Text(Done);

    public IReadOnlyList<FilterOption> Types { get; private set; } = [];

    public IReadOnlyList<FilterOption> Languages => [.. cultures.Names.Select(name => new FilterOption(name, CultureInfo.GetCultureInfo(name).DisplayName, name == Language))];

    public IReadOnlyList<FilterOption> Publishers { get; private set; } = [];

    public IReadOnlyList<FilterOption> States => filters.States(Filtering.State);

    public IReadOnlyList<FilterOption> Owners { get; private set; } = [];

    public IReadOnlyList<FilterOption> Themes { get; private set; } = [];

    public IReadOnlyList<FilterOption> Orders => filters.Orders(Filtering.Sort);

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public int Total { get; private set; }

    public bool TotalIsLowerBound { get; private set; }

    public IReadOnlyList<PageNumber> Pages { get; private set; } = [];

    /// <summary>The list as it is, to come back to.</summary>
    public string Here => Address(Number);

    /// <summary>True when the list is narrowed by what stands behind "More filters".</summary>
    public bool IsNarrowedFurther => new[] { Publisher, Owner, Theme }.Any(value => !string.IsNullOrEmpty(value));

    public bool IsNarrowed => IsNarrowedFurther || new[] { Words, Type, Language, State, Term }.Any(value => !string.IsNullOrEmpty(value));

    private ContentFiltering Filtering => new(Words?.Trim() ?? "", Type ?? "", Language ?? "", Publisher ?? "", State ?? "", Owner ?? "", Theme ?? "", Term ?? "", Sort ?? "");

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Preview);
        CanEdit = actor.MaySomewhere(ContentPermissions.Edit);
        if (!ModelState.IsValid || Number is < 1 or > ContentQuery.MaxPage)
        {
            throw new CmsException("page.range", 400, ContentQuery.MaxPage);
        }

        Types = [.. queries.Types().Select(type => new FilterOption(type.Name, type.Text, type.Name == Type))];
        Publishers = await filters.PublishersAsync(Filtering.Publisher, token);
        Owners = await filters.OwnersAsync(Filtering.Owner, actor, token);
        Themes = await filters.ThemesAsync(Filtering.Theme, token);
        TermName = Filtering.Term.Length > 0 ? await used.TermNameAsync(Filtering.Term, token) : "";
        var query = await filters.QueryAsync(Filtering, actor, token);
        (Rows, var page) = await queries.PageAsync(query with { Page = Number }, actor, token, Filtering.Words);
        (Total, TotalIsLowerBound) = (page.Total, page.TotalIsLowerBound);
        Pages = [.. Shown(page.LastPage).Select(number => new PageNumber(number, Address(number), number == Number))];
    }

    /// <summary>The first, the last and those around the current one.</summary>
    private IEnumerable<int> Shown(int last) => Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - Number) <= 2);

    private string Address(int number)
    {
        (string Key, string? Value)[] values =
        [
            ("q", Words), ("type", Type), ("language", Language), ("state", State), ("publisher", Publisher), ("owner", Owner), ("theme", Theme), ("term", Term), ("sort", Sort),
            ("p", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)),
        ];
        return "/admin/content" + QueryString.Create(values.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
    }
}
