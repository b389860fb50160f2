using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>Outcome of an attempt to sign in.</summary>
/// <param name="Account">The account whose password was given; null when refused.</param>
/// <param name="Wait">How long to wait before the next attempt is looked at; zero when name or password were wrong.</param>
public sealed record SignInOutcome(Account? Account, TimeSpan Wait);

/// <summary>Checks names and passwords, and begins and ends sign-ins. An unknown name costs the same work and gets the same answer as a wrong password.</summary>
public sealed class SignInDesk(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, StandIn standIn, NetworkLimit limit, SignInDelay delay, SessionStore sessions, AccountAudit audit)
{
    /// <summary>Claim that names the session.</summary>
    public const string SessionClaim = "cms:session";

    /// <summary>Claim with the account's security stamp.</summary>
    public const string StampClaim = "cms:stamp";

    public async Task<SignInOutcome> CheckAsync(string name, string password, IPAddress? address, CancellationToken token)
    {
        var network = ClientNetwork.Of(address);
        var normalized = accounts.NormalizeName(name.Trim());
        var wait = limit.Take(network);
        wait = wait > TimeSpan.Zero ? wait : await delay.TakeAsync(normalized, token);
        if (wait > TimeSpan.Zero)
        {
            audit.Refused("", network, delayed: true);
            return new SignInOutcome(null, wait);
        }

        var account = await accounts.FindByNameAsync(normalized);
        if (!await IsRightAsync(account, password))
        {
            await delay.NoteAsync(account?.Id ?? "", network, token);
            return new SignInOutcome(null, TimeSpan.Zero);
        }

        limit.GiveBack(network);
        await delay.ForgetAsync(normalized, token);
        return new SignInOutcome(account, TimeSpan.Zero);
    }

    /// <summary>Gives the caller a new cookie for a new session.</summary>
    public async Task SignInAsync(HttpContext context, Account account)
    {
        var session = await sessions.BeginAsync(account, context.RequestAborted);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.Name),
            new(SessionClaim, session),
            new(StampClaim, account.SecurityStamp),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Cookie));
        await context.SignInAsync(Schemes.Cookie, principal, new AuthenticationProperties { AllowRefresh = true });
        context.User = principal;
    }

    /// <summary>Ends the caller's session on the server and takes the cookie away.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(SessionClaim) is { } session)
        {
            await sessions.EndAsync(session, context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", context.User.Identity?.Name ?? "", context.RequestAborted);
        }

        await context.SignOutAsync(Schemes.Cookie);
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account is not { Enabled: true, PasswordHash.Length: > 0 })
        {
            // Always false; the work is what counts.
            _ = hasher.VerifyHashedPassword(standIn.Account, standIn.Hash, password);
            return false;
        }

        return await accounts.CheckPasswordAsync(account, password);
    }
}

/// <summary>A password hash of nobody, compared against when a name is unknown.</summary>
public sealed class StandIn
{
    private readonly Lazy<string> _hash;

    public StandIn(Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options) =>
        _hash = new Lazy<string>(() => new PasswordHasher<Account>(options).HashPassword(Account, Guid.NewGuid().ToString()));

    public Account Account { get; } = new();

    public string Hash => _hash.Value;
}
