using System.Globalization;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>What pages around signing in have in common.</summary>
internal static class Way
{
    /// <summary>To the address that was asked for, as far as it is one of this website; else to the administration, or the home page for who may not enter it.</summary>
    public static LocalRedirectResult Onwards(this PageModel page, string? wanted, Actor actor) => page.LocalRedirect(page.AddressOnwards(wanted, actor));

    /// <inheritdoc cref="Onwards"/>
    public static string AddressOnwards(this PageModel page, string? wanted, Actor actor)
    {
        var own = page.Url.IsLocalUrl(wanted) && !wanted!.StartsWith(BackOffice.Login, StringComparison.OrdinalIgnoreCase) && !wanted.StartsWith(BackOffice.Logout, StringComparison.OrdinalIgnoreCase);
        return own ? wanted! : actor.Has(Permissions.AccessAdminPanel) ? BackOffice.Admin : "/";
    }

    /// <summary>Begins the session of somebody who showed all that is asked for; a one-time password leads to its replacement.</summary>
    public static async Task<IActionResult> SignInAsync(this PageModel page, SignInDesk desk, Account account, string? wanted, IActorSource actors)
    {
        await desk.SignInAsync(page.HttpContext, account);
        return account.MustChange
            ? page.LocalRedirect(BackOffice.Password + QueryString.Create("ReturnUrl", wanted ?? ""))
            : page.Onwards(wanted, await actors.OfAsync(page.User, page.HttpContext.RequestAborted));
    }

    /// <summary>Makes the answer say that the caller has to wait, and returns the sentence for it.</summary>
    public static string TooMany(this PageModel page, TimeSpan wait, IStringLocalizer localizer)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return localizer["Too many attempts. Please try again in {0} seconds.", seconds];
    }

    /// <summary>Asks for the password of the one who is signed in once more, as slowly as signing in.</summary>
    /// <returns>The account; null with the reasons when the password was refused.</returns>
    public static async Task<(Account? Account, FormErrors Errors)> ConfirmAsync(this PageModel page, SignInDesk desk, string? password, FailureText texts, IStringLocalizer localizer)
    {
        var context = page.HttpContext;
        var outcome = await desk.CheckAsync(page.User.Identity?.Name ?? "", password ?? "", context.Connection.RemoteIpAddress, context.RequestAborted, isSignedIn: true);
        return outcome.Account is { } account
            ? (account, FormErrors.None)
            : (null, outcome.Wait == TimeSpan.Zero ? FormErrors.Of([new("password.wrong", "Password")], texts) : FormErrors.Of(page.TooMany(outcome.Wait, localizer), "Password"));
    }

    /// <summary>Keeps a secret in the address from being named to any other page.</summary>
    public static void HideAddress(this PageModel page) => page.Response.Headers["Referrer-Policy"] = "origin";
}
