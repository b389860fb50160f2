using System.Security.Claims;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Cms.Users;

/// <summary>An entry of the administration's menu, registered with <c>AddAdminMenu</c>.</summary>
/// <param name="Text">English text, also the msgid in the PO files of the module that adds it.</param>
/// <param name="Position">Entries with a lower number stand first.</param>
/// <param name="IsFor">Whom the entry is shown to; null for everyone who may enter the administration.</param>
public sealed record AdminMenuItem(string Text, string Url, int Position, Func<Actor, bool>? IsFor = null)
{
    public bool IsShownTo(Actor actor) => actor.Has(Permissions.AccessAdminPanel) && IsFor?.Invoke(actor) != false;
}

public static class AdminMenuServices
{
    /// <inheritdoc cref="AdminMenuItem" path="/summary"/>
    /// <param name="permission">Right without which the entry is not shown.</param>
    public static IServiceCollection AddAdminMenu(this IServiceCollection services, string text, string url, int position, Permission permission) =>
        services.AddAdminMenu(text, url, position, actor => actor.Has(permission));

    /// <inheritdoc cref="AdminMenuItem" path="/summary"/>
    public static IServiceCollection AddAdminMenu(this IServiceCollection services, string text, string url, int position, Func<Actor, bool>? isFor = null) =>
        services.AddSingleton(new AdminMenuItem(text, url, position, isFor));
}

/// <summary>The entries that the reader may use.</summary>
public sealed record AdminMenuModel(IReadOnlyList<AdminMenuLink> Links);

/// <param name="IsCurrent">True for the entry that the page shown belongs to.</param>
public sealed record AdminMenuLink(string Text, string Url, bool IsCurrent);

/// <summary>The administration's menu; layouts write <c>@await Component.InvokeAsync("AdminMenu")</c>.</summary>
[ViewComponent(Name = "AdminMenu")]
public sealed class AdminMenuViewComponent(IEnumerable<AdminMenuItem> items, IActorSource actors, IStringLocalizer<AdminMenuItem> localizer) : ViewComponent
{
    // By its whole path: the search would look in the area of the page that shows it.
    private const string Template = "/Areas/Cms.Users/Views/Shared/Components/AdminMenu/Default.cshtml";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = await actors.OfAsync((ClaimsPrincipal)User, HttpContext.RequestAborted);
        var shown = items.Where(item => item.IsShownTo(actor)).OrderBy(item => item.Position).ToList();
        var current = shown.Where(item => HttpContext.Request.Path.IsUnder(item.Url)).MaxBy(item => item.Url.Length);
        return View(Template, new AdminMenuModel([.. shown.Select(item => new AdminMenuLink(localizer[item.Text], item.Url, item == current))]));
    }
}
