using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>Asks before it signs out, so that a link or picture can not do it.</summary>
public sealed class LogoutModel(SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : LocalRedirect(BackOffice.Login);

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.SignOutAsync(HttpContext);
        return LocalRedirect(BackOffice.Login);
    }
}
