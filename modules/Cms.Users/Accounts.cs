using System.Security.Cryptography;
using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Cms.Users;

/// <summary>Makes accounts and changes their passwords, for pages, verbs, recipes and the set-up alike.</summary>
public sealed class Accounts(
    UserManager<Account> manager, RoleStore roles, SessionStore sessions, PasswordRules rules, Outbox outbox, AccountLetters letters, AccountAudit audit, TimeProvider time, ILogger<Accounts> log)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>A password of 120 random bits without letters that look alike, to be used once.</summary>
    public static string OneTimePassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>Makes an account.</summary>
    /// <param name="mustChange">True when the password was not chosen by its owner: it serves once, to set another.</param>
    /// <exception cref="RuleException">Name or password break rules.</exception>
    /// <exception cref="CmsException">400: the role does not exist or can not be given; 409: the name or e-mail is taken.</exception>
    public async Task<Account> AddAsync(string name, string? email, string password, IReadOnlyList<string> roleNames, bool mustChange)
    {
        if (!Account.IsName(name))
        {
            throw new RuleException([new Failure("account.name", "Name", Account.MaxNameLength)]);
        }

        var account = new Account { Id = IdGenerator.NewId(), Name = name, Email = email, MustChange = mustChange, CreatedUtc = time.GetUtcNow() };
        foreach (var role in roleNames)
        {
            account.Roles.Add(await GivableAsync(role));
        }

        Demand(password, account);
        var result = await manager.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            throw new CmsException("account.taken", 409, name);
        }

        Log.AccountMade(log, name, string.Join(", ", account.Roles));
        return account;
    }

    /// <summary>Replaces a password whose current one was checked at the <see cref="SignInDesk"/>, and ends every session of the account, the caller's too.</summary>
    /// <returns>Rules that the new password breaks; empty when it was changed.</returns>
    /// <exception cref="CmsException">409: the account was changed meanwhile.</exception>
    public async Task<IReadOnlyList<Failure>> ChangePasswordAsync(Account account, string current, string wanted)
    {
        if (current == wanted)
        {
            return [new Failure("password.same", "New")];
        }

        if (rules.Check(wanted, account) is { Count: > 0 } broken)
        {
            return [.. broken.Select(f => f with { Field = "New" })];
        }

        account.MustChange = false;
        if (!(await manager.ChangePasswordAsync(account, current, wanted)).Succeeded)
        {
            throw new CmsException("revision.stale", 409);
        }

        var letter = account.Email is { } to ? outbox.Seal(letters.PasswordChanged(account, to)) : null;
        await sessions.EndAllAsync(account.Id, "password-change", account.Name, letter);
        audit.PasswordChanged(account.Name);
        return [];
    }

    private async Task<string> GivableAsync(string role) =>
        await roles.FindNameAsync(role) is { } name && !Role.IsImplicit(name) ? name : throw new CmsException("role.unknown", 400, role);

    private void Demand(string password, Account account)
    {
        if (rules.Check(password, account) is { Count: > 0 } broken)
        {
            throw new RuleException(broken);
        }
    }
}
