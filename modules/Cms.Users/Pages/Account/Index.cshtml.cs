using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>The account of the one who is signed in.</summary>
public sealed class AccountModel(OwnAccount own, SignInDesk desk, WebsiteSettings website, FailureText texts, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public Account Account { get; private set; } = new();

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public IReadOnlyList<(string Name, string Native)> Languages => [.. website.Cultures.Names.Select(name => (name, website.Cultures.NativeName(name)))];

    public async Task OnGetAsync() => Account = await own.OfAsync(User, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostLanguageAsync(string? culture)
    {
        if (!string.IsNullOrEmpty(culture) && !website.Cultures.Supports(culture))
        {
            throw new CmsException("content.unknown-culture", 400, culture);
        }

        await own.SetCultureAsync(await own.OfAsync(User, HttpContext.RequestAborted), culture ?? "", HttpContext.RequestAborted);
        if (string.IsNullOrEmpty(culture))
        {
            HttpContext.ForgetCulture(website);
        }
        else
        {
            HttpContext.RememberCulture(culture, website);
        }

        return LocalRedirect($"/account?done={AccountNotice.Saved}");
    }

    public async Task<IActionResult> OnPostEmailAsync()
    {
        (var account, Errors) = await this.ConfirmAsync(desk, Password, texts, localizer);
        if (account is not null)
        {
            try
            {
                await own.AskForEmailAsync(account, Email, HttpContext.RequestAborted);
                return LocalRedirect($"/account?done={AccountNotice.Sent}");
            }
            catch (RuleException e)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
                Errors = FormErrors.Of(e, texts);
            }
        }

        Account = await own.OfAsync(User, HttpContext.RequestAborted);
        return Page();
    }
}
