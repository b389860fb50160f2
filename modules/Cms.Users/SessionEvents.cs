using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cms.Users;

/// <summary>Checks each request's cookie against session and account, so that signing out, a new password or a disabled account end it at once.</summary>
public sealed class SessionEvents(AccountCache cache, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!await IsValidAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Cookie);
        }
    }

    private async Task<bool> IsValidAsync(ClaimsPrincipal? principal, CancellationToken token)
    {
        if (principal?.FindFirstValue(SignInDesk.SessionClaim) is not { } id || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } accountId)
        {
            return false;
        }

        var session = await cache.SessionAsync(id, token);
        var account = await cache.AccountAsync(accountId, token);
        return session is not null
            && session.AccountId == accountId
            && time.GetUtcNow() < session.CreatedUtc + SessionStore.AbsoluteLifetime
            && account is { Enabled: true }
            && account.SecurityStamp == principal.FindFirstValue(SignInDesk.StampClaim);
    }
}
