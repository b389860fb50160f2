using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>What a form of the account pages did.</summary>
/// <param name="Errors">Why nothing was done.</param>
/// <param name="OneTimePassword">Shown this once.</param>
public sealed record AccountOutcome(FormErrors Errors, string? Name = null, string? OneTimePassword = null);

/// <summary>The accounts of the website.</summary>
public sealed class UsersModel(AccountDesk desk, RoleStore roles, IActorSource actors) : PageModel
{
    private const int MaxWords = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountStatus? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool MayManageRoles { get; private set; }

    /// <summary>Address of the page before; null on the first.</summary>
    public string? Before => Number > 1 ? Address(Number - 1) : null;

    /// <summary>Address of the page after; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        if (!ModelState.IsValid || Number is < 1 or > AccountFilter.MaxPage || Words?.Length > MaxWords)
        {
            throw new CmsException("page.range", 400, AccountFilter.MaxPage);
        }

        var page = await desk.ListAsync(new AccountFilter(Words?.Trim() ?? "", Role ?? "", State, Number), actor, token);
        Accounts = page.Accounts;
        Next = page.More ? Address(Number + 1) : null;
        Roles = [.. (await roles.AllAsync(token)).Select(role => role.Name).Where(name => !Users.Role.IsImplicit(name))];
        MayManageRoles = actor.Has(Permissions.ManageRoles);
    }

    private string Address(int number) => "/admin/users" + QueryString.Create(
    [
        KeyValuePair.Create("q", Words),
        KeyValuePair.Create("role", Role),
        KeyValuePair.Create("state", State?.ToString()),
        KeyValuePair.Create("p", (string?)number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ]);
}
