using System.Security.Claims;
using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>
/// Stands before every address of the back office, whatever serves it: who has not signed in is sent to do so, a one-time password must be replaced and a
/// second factor that is asked for set up first, and <c>/admin</c> asks for the right to it. What a page does is checked again where it is done.
/// </summary>
public sealed class AdminGate(RequestDelegate next, AccountCache cache, IActorSource actors, IEnumerable<ISignedOutForm> forms)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isAdmin = path.IsUnder(BackOffice.Admin);
        if (!isAdmin && !path.IsUnder(BackOffice.Account))
        {
            await next(context);
        }
        else if (context.User.Identity?.IsAuthenticated != true)
        {
            foreach (var form in HttpMethods.IsPost(context.Request.Method) ? forms : [])
            {
                await form.KeepAsync(context);
            }

            context.Response.Redirect(BackOffice.LoginFor(context.Request));
        }
        else if (await WayAsync(context) is { } first && !path.IsUnder(first))
        {
            context.Response.Redirect(BackOffice.WithReturn(first, context.Request));
        }
        else if (isAdmin && !(await actors.OfAsync(context.User, context.RequestAborted)).Has(Permissions.AccessAdminPanel))
        {
            throw new AccessDeniedException(Permissions.AccessAdminPanel.Name, signedIn: true);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>The page that has to be done first.</summary>
    private async Task<PathString?> WayAsync(HttpContext context) =>
        await cache.AccountAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", context.RequestAborted) switch
        {
            { MustChange: true } => BackOffice.Password,
            { NeedsFactor: true } => BackOffice.TwoFactor,
            _ => null,
        };
}
