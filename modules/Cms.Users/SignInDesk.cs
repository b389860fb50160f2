using System.Net;
using System.Security.Claims;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>Outcome of an attempt to sign in.</summary>
/// <param name="Account">The account whose password was given; null when refused.</param>
/// <param name="Wait">How long to wait before the next attempt is looked at; zero when name or password were wrong.</param>
/// <param name="NeedsCode">The password was right, and the account has a second factor.</param>
public sealed record SignInOutcome(Account? Account, TimeSpan Wait, bool NeedsCode = false);

/// <summary>Checks names and passwords, and begins and ends sign-ins. An unknown name costs the same work and gets the same answer as a wrong password.</summary>
public sealed class SignInDesk(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, StandIn standIn, NetworkLimit limit, SignInDelay delay, FactorStore factors, SessionStore sessions,
    AccountAudit audit, WebsiteSettings website)
{
    /// <summary>Claim that names the session.</summary>
    public const string SessionClaim = "cms:session";

    /// <summary>Claim with the account's security stamp.</summary>
    public const string StampClaim = "cms:stamp";

    /// <param name="isSignedIn">True when somebody who is signed in gives his password once more; his account's second factor was asked for before.</param>
    public async Task<SignInOutcome> CheckAsync(string name, string password, IPAddress? address, CancellationToken token, bool isSignedIn = false)
    {
        var network = ClientNetwork.Of(address);
        var normalized = accounts.NormalizeName(name.Trim());
        var wait = await TakeAsync(network, normalized, token);
        if (wait > TimeSpan.Zero)
        {
            return new SignInOutcome(null, wait);
        }

        var account = await accounts.FindByNameAsync(normalized);
        if (!await IsRightAsync(account, password))
        {
            await delay.NoteAsync(account?.Id ?? "", network, token);
            return new SignInOutcome(null, TimeSpan.Zero);
        }

        limit.GiveBack(network);
        var needsCode = !isSignedIn && await factors.IsOnAsync(account!.Id, token);
        if (!needsCode)
        {
            await delay.ForgetAsync(normalized, token);
        }

        // Else the failures stay until the code is right: who knows the password must not be able to forget his wrong codes by it.
        return new SignInOutcome(account, TimeSpan.Zero, needsCode);
    }

    /// <summary>Checks the code that follows the password; delays are those of the password.</summary>
    public async Task<SignInOutcome> CheckCodeAsync(Account account, string code, IPAddress? address, CancellationToken token)
    {
        var network = ClientNetwork.Of(address);
        var wait = await TakeAsync(network, account.NormalizedName, token);
        if (wait > TimeSpan.Zero)
        {
            return new SignInOutcome(null, wait);
        }

        if (!await factors.UseAsync(account, code, token))
        {
            await delay.NoteAsync(account.Id, network, token);
            return new SignInOutcome(null, TimeSpan.Zero);
        }

        limit.GiveBack(network);
        await delay.ForgetAsync(account.NormalizedName, token);
        return new SignInOutcome(account, TimeSpan.Zero);
    }

    /// <summary>Remembers in a cookie that the password was right, until the code comes.</summary>
    public static Task AwaitCodeAsync(HttpContext context, Account account)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.Id), new(StampClaim, account.SecurityStamp)];
        return context.SignInAsync(Schemes.Pending, new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Pending)));
    }

    /// <summary>The account whose code is awaited; null when nothing is, or the account changed meanwhile.</summary>
    public async Task<Account?> AwaitedAsync(HttpContext context)
    {
        var principal = (await context.AuthenticateAsync(Schemes.Pending)).Principal;
        var account = principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await accounts.FindByIdAsync(id) : null;
        return account is { Enabled: true } && account.SecurityStamp == principal!.FindFirstValue(StampClaim) ? account : null;
    }

    /// <summary>Gives the caller a new cookie for a new session.</summary>
    public async Task SignInAsync(HttpContext context, Account account)
    {
        var session = await sessions.BeginAsync(account, SessionOrigin.Of(context), context.RequestAborted);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.Name),
            new(SessionClaim, session),
            new(StampClaim, account.SecurityStamp),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Cookie));
        await context.SignInAsync(Schemes.Cookie, principal, new AuthenticationProperties { AllowRefresh = true });
        await context.SignOutAsync(Schemes.Pending);
        context.User = principal;
        if (website.Cultures.Supports(account.Culture))
        {
            context.RememberCulture(account.Culture, website);
        }
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

    private async Task<TimeSpan> TakeAsync(string network, string normalized, CancellationToken token)
    {
        var wait = limit.Take(network);
        wait = wait > TimeSpan.Zero ? wait : await delay.TakeAsync(normalized, token);
        if (wait > TimeSpan.Zero)
        {
            audit.Refused("", network, delayed: true);
        }

        return wait;
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
