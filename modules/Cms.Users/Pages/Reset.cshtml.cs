using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>Where a link from a letter leads: to the first password of an invited account, or to a new one.</summary>
public sealed class ResetModel(ResetDesk desk, FailureText texts, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>Null when the link can not be used.</summary>
    public Account? Account { get; private set; }

    public bool IsInvitation { get; private set; }

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (New != Repeat)
        {
            Errors = FormErrors.Of(localizer["The two new passwords differ."]);
            return await ShowAsync();
        }

        try
        {
            var broken = await desk.SetAsync(Token, New ?? "", HttpContext.RequestAborted);
            if (broken.Count == 0)
            {
                return LocalRedirect($"/login?done={AccountNotice.PasswordSet}");
            }

            Errors = FormErrors.Of(broken, texts);
        }
        catch (CmsException e) when (e.Status == StatusCodes.Status410Gone)
        {
            // The page says so.
        }

        return await ShowAsync();
    }

    private async Task<PageResult> ShowAsync()
    {
        this.HideAddress();
        if (await desk.FindAsync(Token, HttpContext.RequestAborted) is (var account, var isInvitation))
        {
            (Account, IsInvitation) = (account, isInvitation);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }
}
