using System.Globalization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>Where people sign in.</summary>
public sealed class LoginModel(SignInDesk desk, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Why the last attempt was refused; the same for a name that is unknown.</summary>
    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        User.Identity?.IsAuthenticated == true ? this.Onwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await desk.CheckAsync(Name ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (outcome.Account is not { } account)
        {
            return Refuse(outcome.Wait);
        }

        await desk.SignInAsync(HttpContext, account);
        return account.MustChange
            ? LocalRedirect(BackOffice.Password + QueryString.Create("ReturnUrl", ReturnUrl ?? ""))
            : this.Onwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted));
    }

    private PageResult Refuse(TimeSpan wait)
    {
        if (wait == TimeSpan.Zero)
        {
            Message = localizer["The user name or the password is wrong."];
            return Page();
        }

        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        Message = localizer["Too many attempts. Please try again in {0} seconds.", seconds];
        return Page();
    }
}
