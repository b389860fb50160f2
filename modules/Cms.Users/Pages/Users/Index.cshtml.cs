using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>What a form of the account pages did.</summary>
/// <param name="Errors">Why nothing was done; empty when it was.</param>
/// <param name="OneTimePassword">Shown this once.</param>
public sealed record AccountOutcome(IReadOnlyList<string> Errors, string? Name = null, string? OneTimePassword = null);

/// <summary>The accounts of the website.</summary>
public sealed class UsersModel(AccountDesk desk, IActorSource actors, FailureText texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public AccountOutcome? Outcome { get; private set; }

    public async Task OnGetAsync(CancellationToken token) => await ListAsync(await actors.OfAsync(User, token), token);

    public async Task<IActionResult> OnPostAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        try
        {
            var password = await desk.AddAsync(Name?.Trim() ?? "", null, Role ?? "", actor, token);
            (Outcome, Name, Role) = (new AccountOutcome([], Name?.Trim(), password), null, null);
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Outcome = new AccountOutcome([texts.Of(e)]);
        }

        await ListAsync(actor, token);
        return Page();
    }

    private async Task ListAsync(Actor actor, CancellationToken token)
    {
        Accounts = await desk.ListAsync(actor, token);
        Roles = await desk.GivableAsync(actor, token);
    }
}
