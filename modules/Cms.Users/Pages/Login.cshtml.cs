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

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    /// <summary>Why the last attempt was refused; the same for a name that is unknown.</summary>
    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task<IActionResult> OnGetAsync() =>
        User.Identity?.IsAuthenticated == true ? this.Onwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await desk.CheckAsync(Name ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (outcome.Account is not { } account)
        {
            Errors = FormErrors.Of(outcome.Wait == TimeSpan.Zero ? localizer["The user name or the password is wrong."] : this.TooMany(outcome.Wait, localizer));
            return Page();
        }

        if (outcome.NeedsCode)
        {
            await SignInDesk.AwaitCodeAsync(HttpContext, account);
            return LocalRedirect(BackOffice.Code + QueryString.Create("ReturnUrl", ReturnUrl ?? ""));
        }

        return await this.SignInAsync(desk, account, ReturnUrl, actors);
    }
}
