using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;
using Cms.Mail;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>
/// What administrators do with the accounts of others, each thing in one transaction with its line in the audit. Nobody gives what he lacks
/// (<see cref="Granting"/>), and the last account that may do everything stays.
/// </summary>
public sealed partial class AccountDesk(
    UserManager<Account> manager, UserStore store, RoleStore roles, Granting granting, AccountCache cache, AccountAudit audit, LinkStore links, Outbox outbox, AccountLetters letters, IDatabase database,
    TimeProvider time)
{
    private const string Turn = "users-administrators";

    /// <summary>A page of accounts in the order of their names.</summary>
    public Task<AccountPage> ListAsync(AccountFilter filter, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        return store.SearchAsync(filter, token);
    }

    /// <exception cref="CmsException">404: no such account; 403: the actor does not manage accounts.</exception>
    public async Task<Account> GetAsync(string id, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        return await store.FindByIdAsync(id, token) ?? throw new CmsException("account.not-found", 404, id);
    }

    /// <summary>True when the actor may change the account.</summary>
    public async Task<bool> MayChangeAsync(Account account, Actor actor, CancellationToken token)
    {
        var all = await roles.AllAsync(token);
        return all.Where(role => account.Roles.Contains(role.Name)).All(role => granting.Covers(actor, role)) && Granting.Covers(actor, account.Scope);
    }

    /// <summary>Replaces the roles; the account has to sign in again.</summary>
    public async Task SetRolesAsync(string id, IReadOnlyList<string> wanted, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        var names = await granting.DemandAsync(wanted, actor, token);
        account.Roles.Clear();
        account.Roles.UnionWith(names);
        await EndingSignInsAsync(account, "role-change", actor, string.Join(' ', account.Roles));
    }

    /// <summary>Replaces where the account's rights hold.</summary>
    public async Task SetScopeAsync(string id, ActorScope wanted, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        Granting.Demand(wanted, actor);
        account.Scope = wanted;
        await WriteAsync(account, "scope-change", actor, $"{ScopeColumn.Text(wanted.Publishers)} / {ScopeColumn.Text(wanted.Cultures)}");
    }

    /// <summary>Lets an account sign in, or no longer; its sign-ins end, and with a disabled one its access tokens and links.</summary>
    public async Task SetEnabledAsync(string id, bool enabled, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        account.Enabled = enabled;
        await EndingSignInsAsync(account, enabled ? "enable" : "disable", actor, more: enabled ? null : async unit =>
        {
            await unit.ExecuteAsync("DELETE FROM users_token WHERE account_id = @Id", new { account.Id });
            await unit.ExecuteAsync("DELETE FROM users_link WHERE account_id = @Id", new { account.Id });
        });
    }

    /// <summary>Replaces the password by one that serves once, and returns it; the account's sign-ins end.</summary>
    public async Task<string> ResetPasswordAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        var password = Accounts.OneTimePassword();
        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        account.MustChange = true;
        await EndingSignInsAsync(account, "password-reset", actor, more: async unit =>
        {
            await links.EndAsync(unit, account.Id, LinkPurpose.Invitation);
            await links.EndAsync(unit, account.Id, LinkPurpose.Reset);
        });
        return password;
    }

    /// <summary>Takes the second factor away from somebody who lost it.</summary>
    public async Task ResetFactorAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        var letter = account.Email is { } to ? outbox.Seal(letters.FactorChanged(account, to, on: false)) : null;
        await EndingSignInsAsync(account, "factor-reset", actor, more: async unit =>
        {
            await FactorStore.RemoveAsync(unit, account.Id);
            await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
        });
    }

    /// <summary>Ends every sign-in of an account.</summary>
    public async Task EndSessionsAsync(string id, Actor actor, CancellationToken token) =>
        await EndingSignInsAsync(await ForChangeAsync(id, actor, token), "sessions-end", actor);

    private async Task<Account> ForChangeAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await GetAsync(id, actor, token);
        await granting.DemandAsync(account, actor, token);
        return account;
    }

    private Task EndingSignInsAsync(Account account, string verb, Actor actor, string comment = "", Func<WriteUnit, Task>? more = null)
    {
        account.SecurityStamp = IdGenerator.NewId();
        return WriteAsync(account, verb, actor, comment, async unit =>
        {
            await SessionStore.EndAllAsync(unit, account.Id);
            await (more?.Invoke(unit) ?? Task.CompletedTask);
        });
    }

    private async Task WriteAsync(Account account, string verb, Actor actor, string comment = "", Func<WriteUnit, Task>? more = null)
    {
        await database.WriteAsync(async unit =>
        {
            // In turn: two administrators who demote each other at the same moment must not both succeed.
            await unit.ExecuteAsync(unit.Dialect.Turn, new { name = Turn });
            var before = await UserStore.CountAbleAsync(unit, Role.Administrator);
            await UserStore.UpdateAsync(unit, account);
            if (before > 0 && await UserStore.CountAbleAsync(unit, Role.Administrator) == 0)
            {
                throw new CmsException("account.last", 409, account.Name);
            }

            await (more?.Invoke(unit) ?? Task.CompletedTask);
            await audit.WriteAsync(unit, actor.Name, verb, account.Id, comment);
        });
        cache.Clear();
        audit.Changed(actor.Name, verb, account.Name);
    }
}
