using System.Security.Claims;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.Users.Pages;

/// <summary>Where people change their own password; who came with a one-time password sees nothing else before.</summary>
public sealed class PasswordModel(SignInDesk desk, Accounts accounts, AccountCache cache, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    public bool MustChange { get; private set; }

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var account = await cache.AccountAsync(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", HttpContext.RequestAborted);
        MustChange = account?.MustChange == true;
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (New != Repeat)
        {
            return Refuse(FormErrors.Of(localizer["The two new passwords differ."]));
        }

        var (account, refused) = await this.ConfirmAsync(desk, Current, texts, localizer);
        if (account is null)
        {
            return Refuse(refused);
        }

        if (await accounts.ChangePasswordAsync(account, Current!, New ?? "") is { Count: > 0 } failures)
        {
            return Refuse(FormErrors.Of(failures, texts));
        }

        await desk.SignInAsync(HttpContext, account);
        return this.Onwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted));
    }

    private PageResult Refuse(FormErrors errors)
    {
        Errors = errors;
        return Page();
    }
}
