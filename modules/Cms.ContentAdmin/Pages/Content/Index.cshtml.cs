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

/// <summary>All content, newest first.</summary>
public sealed class ContentIndexModel(AdminQueries queries, CultureSettings cultures, IActorSource actors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Words of a title.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => ContentAdmin.Notice.Text(Done);

    public IReadOnlyList<(string Name, string Text)> Types { get; private set; } = [];

    public IReadOnlyList<string> Languages => cultures.Names;

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public int Total { get; private set; }

    public bool TotalIsLowerBound { get; private set; }

    public IReadOnlyList<PageNumber> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.Demand(ContentPermissions.PreviewContent);
        CanEdit = actor.Has(ContentPermissions.EditContent);
        if (!ModelState.IsValid || Number is < 1 or > ContentQuery.MaxPage)
        {
            throw new CmsException("page.range", 400, ContentQuery.MaxPage);
        }

        if (!string.IsNullOrEmpty(Language) && !cultures.Supports(Language))
        {
            throw new CmsException("content.unknown-culture", 400, Language);
        }

        Types = queries.Types();
        var query = new ContentQuery { Type = string.IsNullOrEmpty(Type) ? null : Type, Culture = string.IsNullOrEmpty(Language) ? null : Language, Page = Number };
        (Rows, var page) = await queries.PageAsync(query, token, Words?.Trim() ?? "");
        (Total, TotalIsLowerBound) = (page.Total, page.TotalIsLowerBound);
        Pages = [.. Shown(page.LastPage).Select(number => new PageNumber(number, Address(number), number == Number))];
    }

    /// <summary>The first, the last and those around the current one.</summary>
    private IEnumerable<int> Shown(int last) => Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - Number) <= 2);

    private string Address(int number) => "/admin/content" + QueryString.Create(
    [
        KeyValuePair.Create("type", Type),
        KeyValuePair.Create("language", Language),
        KeyValuePair.Create("q", Words),
        KeyValuePair.Create("p", (string?)number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ]);
}
