using System.Security.Claims;
using Cms.Core.Errors;
using Cms.Data;
using Cms.Mail;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>What people do with their own accounts. What asks for the password was asked at the <see cref="SignInDesk"/> before.</summary>
public sealed class OwnAccount(
    UserManager<Account> manager, UserStore store, LinkStore links, Outbox outbox, AccountLetters letters, AccountAudit audit, AccountCache cache, IDatabase database, TimeProvider time)
{
    /// <summary>Letters to new addresses in an hour, so that an account can not fill other people's boxes.</summary>
    private const int MostLetters = 5;

    /// <exception cref="CmsException">401: nobody is signed in, or the account is gone.</exception>
    public async Task<Account> OfAsync(ClaimsPrincipal user, CancellationToken token) =>
        await store.FindByIdAsync(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", token) ?? throw new CmsException("access.denied", 401);

    /// <summary>Sends a link to a new address; until it is used the account keeps the old one. Whether another account has the address does not show.</summary>
    /// <exception cref="RuleException">It is no address, or there were too many.</exception>
    public async Task AskForEmailAsync(Account account, string? email, CancellationToken token)
    {
        var wanted = email?.Trim();
        if (!MailAddresses.IsOne(wanted))
        {
            throw new RuleException([new Failure("mail.address", "Email")]);
        }

        var secret = LinkStore.NewSecret();
        var letter = outbox.Seal(letters.Confirmation(account, wanted!, secret));
        await database.WriteAsync(
            async unit =>
            {
                if (await LinkStore.CountAsync(unit, account.Id, LinkPurpose.Email, time.GetUtcNow().AddHours(-1)) >= MostLetters)
                {
                    throw new RuleException([new Failure("email.too-many", "Email", MostLetters)]);
                }

                await links.AddAsync(unit, secret, account.Id, LinkPurpose.Email, wanted!);
                await outbox.AddAsync(unit, letter);
                await audit.WriteAsync(unit, account.Name, "email-ask", account.Id);
            },
            token);
    }

    /// <summary>The account and the address that a link confirms; null when the link can not be used.</summary>
    public async Task<(Account Account, string Email)?> FindEmailAsync(string? secret, CancellationToken token) =>
        await links.FindAsync(secret, token) is { } link && link.Purpose == LinkPurpose.Email.Name && await store.FindByIdAsync(link.AccountId, token) is { Enabled: true } account
            ? (account, link.Value)
            : null;

    /// <summary>Replaces the address by the one that its owner confirmed; the old one is told, and links sent to it end.</summary>
    /// <exception cref="CmsException">410: the link can not be used; 409: another account has the address.</exception>
    public async Task ConfirmEmailAsync(string? secret, CancellationToken token)
    {
        if (await FindEmailAsync(secret, token) is not (var account, var email))
        {
            throw new CmsException("link.over", 410);
        }

        var old = account.Email;
        (account.Email, account.NormalizedEmail) = (email, manager.NormalizeEmail(email));
        if (await store.FindByEmailAsync(account.NormalizedEmail!, token) is { } other && other.Id != account.Id)
        {
            throw new CmsException("email.taken", 409);
        }

        var letter = old is null ? null : outbox.Seal(letters.AddressChanged(account, old));
        await database.WriteAsync(
            async unit =>
            {
                if (!await links.UseAsync(unit, secret!))
                {
                    throw new CmsException("link.over", 410);
                }

                await UserStore.UpdateAsync(unit, account);
                await links.EndAsync(unit, account.Id, LinkPurpose.Reset);
                await links.EndAsync(unit, account.Id, LinkPurpose.Invitation);
                await audit.WriteAsync(unit, account.Name, "email-change", account.Id);
                await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
            },
            token);
    }

    /// <param name="culture">Language of the website; empty to go by the browser.</param>
    public async Task SetCultureAsync(Account account, string culture, CancellationToken token)
    {
        account.Culture = culture;
        await database.WriteAsync(
            async unit =>
            {
                await UserStore.UpdateAsync(unit, account);
                await audit.WriteAsync(unit, account.Name, "language-change", account.Id, culture);
            },
            token);
        cache.Clear();
    }
}
