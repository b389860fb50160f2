using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>Where people ask for a new password; the answer is the same whether there is such an account or not.</summary>
public sealed class ForgottenModel(ResetDesk desk, IStringLocalizer<Startup> localizer) : PageModel
{
    private const int MaxLength = 254;

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task<IActionResult> OnPostAsync()
    {
        var who = Who?.Trim() ?? "";
        var wait = await desk.AskAsync(who.Length <= MaxLength ? who : "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (wait == TimeSpan.Zero)
        {
            return LocalRedirect($"/login/forgotten?done={AccountNotice.Asked}");
        }

        Errors = FormErrors.Of(this.TooMany(wait, localizer));
        return Page();
    }
}
