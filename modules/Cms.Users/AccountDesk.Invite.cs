using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;
using Cms.Mail;

namespace Cms.Users;

/// <summary>Somebody who is to have an account.</summary>
/// <param name="Culture">Language of the letter and of the administration; empty for the website's first.</param>
public sealed record Invitation(string Name, string? Email, IReadOnlyList<string> Roles, ActorScope Scope, string Culture = "");

/// <summary>How people get their accounts, and the address that letters go to.</summary>
public sealed partial class AccountDesk
{
    /// <summary>Makes an account without a password and sends the link that sets one.</summary>
    /// <exception cref="RuleException">Name or address break rules.</exception>
    /// <exception cref="CmsException">400: no such role; 403: more than the actor has; 409: name or address are taken.</exception>
    public async Task InviteAsync(Invitation invitation, Actor actor, CancellationToken token)
    {
        var account = await PrepareAsync(invitation, actor, mustHaveAddress: true, token);
        var (secret, letter) = Invite(account);
        await InsertAsync(account, actor, "invite", async unit =>
        {
            await links.AddAsync(unit, secret, account.Id, LinkPurpose.Invitation);
            await outbox.AddAsync(unit, letter);
        });
    }

    /// <summary>The same without a letter.</summary>
    /// <returns>The one-time password of the new account.</returns>
    public async Task<string> AddAsync(Invitation invitation, Actor actor, CancellationToken token)
    {
        var account = await PrepareAsync(invitation, actor, mustHaveAddress: false, token);
        var password = Accounts.OneTimePassword();
        (account.PasswordHash, account.MustChange) = (manager.PasswordHasher.HashPassword(account, password), true);
        await InsertAsync(account, actor, "account-create", _ => Task.CompletedTask);
        return password;
    }

    /// <summary>Sends a new link to somebody who did not take up the first one, which ends.</summary>
    /// <exception cref="CmsException">409: the account has a password or no address.</exception>
    public async Task InviteAgainAsync(string id, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        if (account is not { Enabled: true, IsInvited: true, Email: not null })
        {
            throw new CmsException("account.not-invited", 409, account.Name);
        }

        var (secret, letter) = Invite(account);
        await WriteAsync(account, "invite", actor, more: async unit =>
        {
            await links.AddAsync(unit, secret, account.Id, LinkPurpose.Invitation);
            await outbox.AddAsync(unit, letter);
        });
    }

    /// <summary>Replaces the address; links that were sent to the old one end, and the old one is told.</summary>
    public async Task SetEmailAsync(string id, string? email, Actor actor, CancellationToken token)
    {
        var account = await ForChangeAsync(id, actor, token);
        var old = account.Email;
        SetAddress(account, email?.Trim(), mustHave: false);
        if (account.Email == old)
        {
            return;
        }

        if (account.NormalizedEmail is { } wanted && await store.FindByEmailAsync(wanted, token) is { } other && other.Id != account.Id)
        {
            throw new CmsException("account.taken", 409, account.Name);
        }

        var letter = old is null ? null : outbox.Seal(letters.AddressChanged(account, old));
        await WriteAsync(account, "email-change", actor, more: async unit =>
        {
            await unit.ExecuteAsync("DELETE FROM users_link WHERE account_id = @Id", new { account.Id });
            await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
        });
    }

    private (string Secret, OutgoingLetter Letter) Invite(Account account)
    {
        var secret = LinkStore.NewSecret();
        return (secret, outbox.Seal(letters.Invitation(account, account.Email!, secret)));
    }

    private async Task<Account> PrepareAsync(Invitation invitation, Actor actor, bool mustHaveAddress, CancellationToken token)
    {
        actor.Demand(Permissions.ManageUsers);
        var names = await granting.DemandAsync(invitation.Roles, actor, token);
        Granting.Demand(invitation.Scope, actor);
        if (!Account.IsName(invitation.Name))
        {
            throw new RuleException([new Failure("account.name", "Name", Account.MaxNameLength)]);
        }

        var account = new Account
        {
            Id = IdGenerator.NewId(),
            Name = invitation.Name,
            NormalizedName = manager.NormalizeName(invitation.Name)!,
            SecurityStamp = IdGenerator.NewId(),
            Scope = invitation.Scope,
            Culture = invitation.Culture,
            CreatedUtc = time.GetUtcNow(),
        };
        account.Roles.UnionWith(names);
        SetAddress(account, invitation.Email?.Trim(), mustHaveAddress);
        return account;
    }

    private void SetAddress(Account account, string? email, bool mustHave)
    {
        var given = string.IsNullOrEmpty(email) ? null : email;
        if (given is null ? mustHave : !MailAddresses.IsOne(given))
        {
            throw new RuleException([new Failure("mail.address", "Email")]);
        }

        (account.Email, account.NormalizedEmail) = (given, given is null ? null : manager.NormalizeEmail(given));
    }

    private async Task InsertAsync(Account account, Actor actor, string verb, Func<WriteUnit, Task> more)
    {
        await database.WriteAsync(async unit =>
        {
            if (!await UserStore.InsertAsync(unit, account))
            {
                throw new CmsException("account.taken", 409, account.Name);
            }

            await more(unit);
            await audit.WriteAsync(unit, actor.Name, verb, account.Id, string.Join(' ', account.Roles));
        });
        audit.Changed(actor.Name, verb, account.Name);
    }
}
