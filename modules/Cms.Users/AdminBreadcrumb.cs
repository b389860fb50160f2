using System.Security.Claims;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.Users;

/// <summary>A page above the one that is shown.</summary>
/// <param name="Language">Language of its name where that is content; null for the reader's.</param>
public sealed record AdminStep(string Text, string Url, string? Language = null);

/// <summary>Where a page of the back office stands. Pages write <c>@await Component.InvokeAsync("AdminBreadcrumb", AdminBreadcrumb.Of(T["Bin"]))</c>.</summary>
/// <param name="Current">Name of the page itself.</param>
/// <param name="Above">Pages between the entry of the menu and this one.</param>
public sealed record AdminBreadcrumb(string Current, IReadOnlyList<AdminStep> Above)
{
    /// <summary>Language of the page's name where that is content; null for the reader's.</summary>
    public string? Language { get; init; }

    public static AdminBreadcrumb Of(string current, params AdminStep[] above) => new(current, above);
}

/// <summary>Completes a breadcrumb with the entries of the menu that the page stands under, those that the reader may use.</summary>
[ViewComponent(Name = "AdminBreadcrumb")]
public sealed class AdminBreadcrumbViewComponent(IEnumerable<AdminMenuItem> items, IActorSource actors, IStringLocalizer<AdminMenuItem> localizer) : ViewComponent
{
    private const string Template = "/Areas/Cms.Users/Views/Shared/Components/AdminBreadcrumb/Default.cshtml";

    public async Task<IViewComponentResult> InvokeAsync(AdminBreadcrumb page)
    {
        var actor = await actors.OfAsync((ClaimsPrincipal)User, HttpContext.RequestAborted);
        var entries = items.Where(item => item.IsShownTo(actor) && IsAbove(item)).OrderBy(item => item.Url.Length).Select(item => new AdminStep(localizer[item.Text], item.Url));
        return View(Template, page with { Above = [.. entries, .. page.Above] });
    }

    /// <summary>The dashboard is above every page of the back office, those of one's own account too.</summary>
    private bool IsAbove(AdminMenuItem item) =>
        HttpContext.Request.Path != item.Url && (item.Url == BackOffice.Admin || HttpContext.Request.Path.IsUnder(item.Url));
}
