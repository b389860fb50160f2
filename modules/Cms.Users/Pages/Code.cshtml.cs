using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>Where the code follows the password.</summary>
public sealed class CodeModel(SignInDesk desk, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task<IActionResult> OnGetAsync() => await desk.AwaitedAsync(HttpContext) is null ? LocalRedirect(BackOffice.Login) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.AwaitedAsync(HttpContext) is not { } awaited)
        {
            return LocalRedirect(BackOffice.Login);
        }

        var outcome = await desk.CheckCodeAsync(awaited, Code ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (outcome.Account is not { } account)
        {
            Errors = FormErrors.Of(outcome.Wait == TimeSpan.Zero ? localizer["This code is wrong or was used before."] : this.TooMany(outcome.Wait, localizer));
            return Page();
        }

        return await this.SignInAsync(desk, account, ReturnUrl, actors);
    }
}
