using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>One account: its roles and their scope, its address, how it signs in.</summary>
public sealed class UserModel(AccountDesk desk, Granting granting, ScopeChoices scopes, SessionStore sessions, FactorStore factors, IActorSource actors, FailureText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public Account Account { get; private set; } = new();

    /// <summary>False when the account has rights that the reader lacks.</summary>
    public bool MayChange { get; private set; }

    public RoleForm Roles { get; private set; } = new([], new HashSet<string>());

    public ScopeForm Scope { get; private set; } = new([], false, []);

    public bool HasFactor { get; private set; }

    public int Sessions { get; private set; }

    public AccountOutcome? Outcome { get; private set; }

    public async Task OnGetAsync(CancellationToken token) => await ShowAsync(await actors.OfAsync(User, token), token);

    public Task<IActionResult> OnPostRolesAsync(string[]? role, CancellationToken token) => DoAsync(AccountNotice.Saved, actor => desk.SetRolesAsync(Id, role ?? [], actor, token), token);

    public Task<IActionResult> OnPostScopeAsync(string[]? publisher, string[]? language, CancellationToken token) =>
        DoAsync(AccountNotice.Saved, actor => desk.SetScopeAsync(Id, scopes.Read(publisher, language), actor, token), token);

    public Task<IActionResult> OnPostEmailAsync(string? email, CancellationToken token) => DoAsync(AccountNotice.Saved, actor => desk.SetEmailAsync(Id, email, actor, token), token);

    public Task<IActionResult> OnPostInvitationAsync(CancellationToken token) => DoAsync(AccountNotice.Invited, actor => desk.InviteAgainAsync(Id, actor, token), token);

    public Task<IActionResult> OnPostFactorAsync(CancellationToken token) => DoAsync(AccountNotice.FactorReset, actor => desk.ResetFactorAsync(Id, actor, token), token);

    public Task<IActionResult> OnPostSessionsAsync(CancellationToken token) => DoAsync(AccountNotice.Ended, actor => desk.EndSessionsAsync(Id, actor, token), token);

    public Task<IActionResult> OnPostDisablingAsync(CancellationToken token) => DoAsync(AccountNotice.Disabled, actor => desk.SetEnabledAsync(Id, false, actor, token), token);

    public Task<IActionResult> OnPostEnablingAsync(CancellationToken token) => DoAsync(AccountNotice.Enabled, actor => desk.SetEnabledAsync(Id, true, actor, token), token);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken token) =>
        DoAsync(null, async actor => Outcome = new AccountOutcome(FormErrors.None, null, await desk.ResetPasswordAsync(Id, actor, token)), token);

    /// <param name="done">What the page that follows says; null to show this page with what came out.</param>
    private async Task<IActionResult> DoAsync(string? done, Func<Actor, Task> change, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        try
        {
            await change(actor);
            if (done is not null)
            {
                return LocalRedirect($"/admin/users/{Uri.EscapeDataString(Id)}?done={done}");
            }
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            Outcome = new AccountOutcome(FormErrors.Of(e, texts));
        }

        await ShowAsync(actor, token);
        return Page();
    }

    private async Task ShowAsync(Actor actor, CancellationToken token)
    {
        Account = await desk.GetAsync(Id, actor, token);
        MayChange = await desk.MayChangeAsync(Account, actor, token);
        Roles = new RoleForm(await granting.GivableAsync(actor, token), Account.Roles);
        Scope = await scopes.OfAsync(Account.Scope, actor, token);
        HasFactor = await factors.IsOnAsync(Id, token);
        Sessions = (await sessions.OfAsync(Id, token)).Count;
    }
}
