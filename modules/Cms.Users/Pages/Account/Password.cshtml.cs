using System.Security.Claims;
using Cms.Core.Errors;
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

    public IReadOnlyList<string> Errors { get; private set; } = [];

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
            return Refuse(localizer["The two new passwords differ."]);
        }

        // The same desk as for signing in: guessing here is as slow as there.
        var outcome = await desk.CheckAsync(User.Identity?.Name ?? "", Current ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (outcome.Account is not { } account)
        {
            return Refuse(outcome.Wait == TimeSpan.Zero
                ? texts.Of(new Failure("password.wrong"))
                : localizer["Too many attempts. Please try again in {0} seconds.", (int)Math.Ceiling(outcome.Wait.TotalSeconds)]);
        }

        if (await accounts.ChangePasswordAsync(account, Current!, New ?? "") is { Count: > 0 } failures)
        {
            return Refuse([.. failures.Select(texts.Of)]);
        }

        await desk.SignInAsync(HttpContext, account);
        return this.Onwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted));
    }

    private PageResult Refuse(params string[] errors)
    {
        Errors = errors;
        return Page();
    }
}
