using System.Net;
using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;
using Cms.Mail;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>
/// For people without a password: who forgot it, who was invited. Whether a name or address is known shows neither in the answer nor in the work. A new
/// password signs nobody in, so the second factor is asked for as ever.
/// </summary>
public sealed class ResetDesk(
    UserManager<Account> manager, UserStore store, PasswordRules rules, LinkStore links, Outbox outbox, AccountLetters letters, ResetLimit limit, SignInDelay delay, AccountAudit audit, AccountCache cache,
    IDatabase database, TimeProvider time)
{
    /// <summary>Letters that an account gets in an hour at most.</summary>
    private const int MostLetters = 3;

    /// <summary>Stands in for an account that is not there.</summary>
    private static readonly Account _nobody = new() { Name = "nobody", Email = "nobody@invalid" };

    /// <summary>Sends a link to who has an account with an address.</summary>
    /// <param name="who">User name or e-mail address.</param>
    /// <returns>Zero when the question was taken, else how long the network has to wait.</returns>
    public async Task<TimeSpan> AskAsync(string who, IPAddress? address, CancellationToken token)
    {
        var network = ClientNetwork.Of(address);
        var wait = limit.Take(network);
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        var (byName, byEmail) = (await store.FindByNameAsync(manager.NormalizeName(who)!, token), await store.FindByEmailAsync(manager.NormalizeEmail(who)!, token));
        var account = (byName ?? byEmail) is { Enabled: true, Email: not null } known ? known : _nobody;
        var secret = LinkStore.NewSecret();
        var letter = outbox.Seal(letters.Reset(account, account.Email!, secret));
        await database.WriteAsync(
            async unit =>
            {
                if (await LinkStore.CountAsync(unit, account.Id, LinkPurpose.Reset, time.GetUtcNow().AddHours(-1)) < MostLetters)
                {
                    // For nobody too: a line that opens nothing, since no letter brings its secret.
                    await links.AddAsync(unit, secret, account.Id, LinkPurpose.Reset);
                    await (account == _nobody ? Task.CompletedTask : outbox.AddAsync(unit, letter));
                }

                await audit.WriteAsync(unit, "", "password-ask", account.Id, network);
            },
            token);
        return TimeSpan.Zero;
    }

    /// <summary>The account that a link sets the password of, and whether it was invited; null when the link can not be used.</summary>
    public async Task<(Account Account, bool IsInvitation)?> FindAsync(string? secret, CancellationToken token)
    {
        var link = await links.FindAsync(secret, token);
        var isInvitation = link?.Purpose == LinkPurpose.Invitation.Name;
        return link is not null && (isInvitation || link.Purpose == LinkPurpose.Reset.Name) && await store.FindByIdAsync(link.AccountId, token) is { Enabled: true } account ? (account, isInvitation) : null;
    }

    /// <summary>Sets the password; every sign-in of the account ends.</summary>
    /// <returns>Rules that the password breaks: the link can still be used then. Empty when it was set.</returns>
    /// <exception cref="CmsException">410: the link can not be used.</exception>
    public async Task<IReadOnlyList<Failure>> SetAsync(string? secret, string password, CancellationToken token)
    {
        if (await FindAsync(secret, token) is not (var account, var isInvitation))
        {
            throw new CmsException("link.over", 410);
        }

        if (rules.Check(password, account) is { Count: > 0 } broken)
        {
            return broken;
        }

        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        (account.MustChange, account.SecurityStamp) = (false, IdGenerator.NewId());
        var letter = !isInvitation && account.Email is { } to ? outbox.Seal(letters.PasswordChanged(account, to)) : null;
        await database.WriteAsync(
            async unit =>
            {
                if (!await links.UseAsync(unit, secret!))
                {
                    throw new CmsException("link.over", 410);
                }

                await UserStore.UpdateAsync(unit, account);
                await SessionStore.EndAllAsync(unit, account.Id);
                await audit.WriteAsync(unit, account.Name, isInvitation ? "invitation-accept" : "password-change", account.Id);
                await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
            },
            token);
        cache.Clear();
        await delay.ForgetAsync(account.NormalizedName, token);
        audit.PasswordChanged(account.Name);
        return [];
    }
}
