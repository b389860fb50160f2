using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>One account: its roles, whether it may sign in, a new one-time password.</summary>
public sealed class UserModel(AccountDesk desk, IActorSource actors, FailureText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Account Account { get; private set; } = new();

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public AccountOutcome? Outcome { get; private set; }

    public async Task OnGetAsync(CancellationToken token) => await ShowAsync(await actors.OfAsync(User, token), token);

    public Task<IActionResult> OnPostRolesAsync(string[]? role, CancellationToken token) => DoAsync(
        async actor =>
        {
            await desk.SetRolesAsync(Id, role ?? [], actor, token);
            return null;
        },
        token);

    public Task<IActionResult> OnPostDisablingAsync(CancellationToken token) => SetEnabledAsync(false, token);

    public Task<IActionResult> OnPostEnablingAsync(CancellationToken token) => SetEnabledAsync(true, token);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken token) => DoAsync(async actor => await desk.ResetPasswordAsync(Id, actor, token), token);

    private Task<IActionResult> SetEnabledAsync(bool enabled, CancellationToken token) => DoAsync(
        async actor =>
        {
            await desk.SetEnabledAsync(Id, enabled, actor, token);
            return null;
        },
        token);

    private async Task<IActionResult> DoAsync(Func<Actor, Task<string?>> change, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        try
        {
            var password = await change(actor);
            if (password is null)
            {
                return LocalRedirect($"/admin/users/{Uri.EscapeDataString(Id)}");
            }

            Outcome = new AccountOutcome([], null, password);
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            Outcome = new AccountOutcome([texts.Of(e)]);
        }

        await ShowAsync(actor, token);
        return Page();
    }

    private async Task ShowAsync(Actor actor, CancellationToken token)
    {
        Account = await desk.GetAsync(Id, actor, token);
        Roles = await desk.GivableAsync(actor, token);
    }
}
