using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>Where a new address is confirmed: whoever reads its letters has the link. Opening it changes nothing, for programs open links too.</summary>
public sealed class EmailModel(OwnAccount own, FailureText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public Account? Account { get; private set; }

    public string Address { get; private set; } = "";

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task OnGetAsync()
    {
        this.HideAddress();
        if (await own.FindEmailAsync(Token, HttpContext.RequestAborted) is (var account, var address))
        {
            (Account, Address) = (account, address);
        }
        else if (Notice is null)
        {
            Refuse(new CmsException("link.over", 410));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            await own.ConfirmEmailAsync(Token, HttpContext.RequestAborted);
            return LocalRedirect($"/login/email?done={AccountNotice.Confirmed}");
        }
        catch (CmsException e) when (e.Status is 409 or 410)
        {
            Refuse(e);
            return Page();
        }
    }

    private void Refuse(CmsException exception)
    {
        Response.StatusCode = exception.Status;
        Errors = FormErrors.Of(exception, texts);
    }
}
