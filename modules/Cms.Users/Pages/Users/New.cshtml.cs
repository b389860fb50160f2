using System.Globalization;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>Roles to choose among.</summary>
public sealed record RoleForm(IReadOnlyList<Role> Roles, ISet<string> Chosen);

/// <summary>Where somebody gets an account: by a letter, or with a one-time password that is shown once.</summary>
public sealed class NewUserModel(AccountDesk desk, Granting granting, ScopeChoices scopes, CultureSettings cultures, IActorSource actors, FailureText texts) : PageModel
{
    private const string Letter = "letter";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Culture { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    public RoleForm Roles { get; private set; } = new([], new HashSet<string>());

    public ScopeForm Scope { get; private set; } = new([], false, []);

    public IReadOnlyList<(string Name, string Native)> Languages => [.. cultures.Names.Select(name => (name, cultures.NativeName(name)))];

    public bool ByLetter => Way is null or Letter;

    public AccountOutcome? Outcome { get; private set; }

    public FormErrors Errors => Outcome?.Errors ?? FormErrors.None;

    public async Task OnGetAsync(CancellationToken token)
    {
        Culture = cultures.Names.FirstOrDefault(name => cultures.Format(name).Equals(CultureInfo.CurrentUICulture));
        await ShowAsync([], ActorScope.Everything, await actors.OfAsync(User, token), token);
    }

    public async Task<IActionResult> OnPostAsync(string[]? role, string[]? publisher, string[]? language, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var scope = ActorScope.Everything;
        try
        {
            scope = scopes.Read(publisher, language);
            var invitation = new Invitation(Name?.Trim() ?? "", Email, role ?? [], scope, cultures.Supports(Culture) ? Culture! : "");
            if (Way == Letter)
            {
                await desk.InviteAsync(invitation, actor, token);
                return LocalRedirect($"/admin/users?done={AccountNotice.Invited}");
            }

            var password = await desk.AddAsync(invitation, actor, token);
            Outcome = new AccountOutcome(FormErrors.None, invitation.Name, password);
            (Name, Email, role, scope) = (null, null, [], ActorScope.Everything);
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            Outcome = new AccountOutcome(FormErrors.Of(e, texts));
        }

        await ShowAsync(role ?? [], scope, actor, token);
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<string> chosen, ActorScope scope, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        Roles = new RoleForm(await granting.GivableAsync(actor, token), chosen.ToHashSet(StringComparer.Ordinal));
        Scope = await scopes.OfAsync(scope, actor, token);
    }
}
