using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>Where to go after signing in.</summary>
internal static class Way
{
    /// <summary>To the address that was asked for, as far as it is one of this website; else to the administration, or the home page for who may not enter it.</summary>
    public static LocalRedirectResult Onwards(this PageModel page, string? wanted, Actor actor)
    {
        var own = page.Url.IsLocalUrl(wanted) && !wanted!.StartsWith(BackOffice.Login, StringComparison.OrdinalIgnoreCase) && !wanted.StartsWith(BackOffice.Logout, StringComparison.OrdinalIgnoreCase);
        return page.LocalRedirect(own ? wanted! : actor.Has(Permissions.AccessAdminPanel) ? BackOffice.Admin : "/");
    }
}
