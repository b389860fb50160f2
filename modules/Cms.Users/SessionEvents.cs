using System.Security.Claims;
using Cms.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cms.Users;

/// <summary>Checks each request's cookie against session and account, so that signing out, a new password or a disabled account end it at once.</summary>
public sealed class SessionEvents(AccountCache cache, SessionStore sessions, TimeProvider time) : CookieAuthenticationEvents
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
            && sessions.IsOpen(session.CreatedUtc, session.SeenUtc)
            && account is { Enabled: true }
            && account.SecurityStamp == principal.FindFirstValue(SignInDesk.StampClaim)
            && await NoteAsync(id, session, token);
    }

    private async Task<bool> NoteAsync(string id, SessionState session, CancellationToken token)
    {
        if (time.GetUtcNow() - session.SeenUtc >= SessionStore.SeenStep)
        {
            try
            {
                await sessions.SeenAsync(id, token);
            }
            catch (StoreFullException)
            {
                // A full disk stops writes; it must not stop the reading of pages for the sake of this note.
            }
        }

        return true;
    }
}
