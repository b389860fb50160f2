using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>
/// What administrators do with the accounts of others. Nobody gives a right that he lacks, nor touches an account that has one; and the last account that
/// may do everything stays.
/// </summary>
public sealed class AccountDesk(UserManager<Account> manager, UserStore store, Accounts accounts, RoleStore roles, SessionStore sessions)
{
    private const int Most = 500;

    /// <summary>Accounts in the order of their names, at most 500.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        return store.ListAsync(Most, token);
    }

    /// <exception cref="CmsException">404: no such account; 403: it has rights that the actor lacks.</exception>
    public async Task<Account> GetAsync(string id, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        return await store.FindByIdAsync(id, token) ?? throw new CmsException("account.not-found", 404, id);
    }

    /// <summary>Roles that an account can be given by the actor.</summary>
    public async Task<IReadOnlyList<Role>> GivableAsync(Actor actor, CancellationToken token) =>
        [.. (await roles.AllAsync(token)).Where(role => !Role.IsImplicit(role.Name) && Covers(actor, role))];

    /// <returns>The one-time password of the new account.</returns>
    public async Task<string> AddAsync(string name, string? email, string role, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        await DemandAsync([role], actor, token);
        var password = Accounts.OneTimePassword();
        await accounts.AddAsync(name, email, password, [role], mustChange: true);
        return password;
    }

    /// <summary>Replaces the roles; the account has to sign in again.</summary>
    public async Task SetRolesAsync(string id, IReadOnlyList<string> wanted, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        await DemandAsync(wanted, actor, token);
        if (!wanted.Contains(Role.Administrator, StringComparer.OrdinalIgnoreCase))
        {
            await DemandNotLastAsync(account, token);
        }

        account.Roles.Clear();
        account.Roles.UnionWith(wanted);
        await WriteAsync(account, "role-change", actor);
    }

    /// <summary>Lets an account sign in, or no longer; its sign-ins end.</summary>
    public async Task SetEnabledAsync(string id, bool enabled, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        if (!enabled)
        {
            await DemandNotLastAsync(account, token);
        }

        account.Enabled = enabled;
        await WriteAsync(account, enabled ? "enable" : "disable", actor);
    }

    /// <summary>Replaces the password by one that serves once, and returns it; the account's sign-ins end.</summary>
    public async Task<string> ResetPasswordAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        var password = Accounts.OneTimePassword();
        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        account.MustChange = true;
        await WriteAsync(account, "password-reset", actor);
        return password;
    }

    private async Task<Account> ForChangeAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await GetAsync(id, actor, token);
        await DemandAsync([.. account.Roles], actor, token);
        return account;
    }

    private async Task DemandAsync(IReadOnlyList<string> names, Actor actor, CancellationToken token)
    {
        var all = await roles.AllAsync(token);
        foreach (var name in names)
        {
            var role = all.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase) && !Role.IsImplicit(r.Name)) ?? throw new CmsException("role.unknown", 400, name);
            if (!Covers(actor, role))
            {
                throw new AccessDeniedException(role.Name, signedIn: true);
            }
        }
    }

    private async Task DemandNotLastAsync(Account account, CancellationToken token)
    {
        if (account.Enabled && account.Roles.Contains(Role.Administrator) && await store.CountEnabledAsync(Role.Administrator, token) <= 1)
        {
            throw new CmsException("account.last", 409, account.Name);
        }
    }

    private async Task WriteAsync(Account account, string verb, Actor actor)
    {
        if (!(await manager.UpdateSecurityStampAsync(account)).Succeeded)
        {
            throw new CmsException("revision.stale", 409);
        }

        await sessions.EndAllAsync(account.Id, verb, actor.Name);
    }

    private static bool Covers(Actor actor, Role role) => actor.Has(Actor.SiteOwner) || role.Permissions.All(actor.Permissions.Contains);
}
