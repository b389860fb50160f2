using System.Security.Claims;

namespace Cms.Core.Security;

/// <summary>
/// Tells who makes a request and what they may do: pages pass <c>HttpContext.User</c>. Implemented by the module that keeps accounts; without one
/// nobody can sign in and nothing is registered.
/// </summary>
public interface IActorSource
{
    /// <returns>The actor of a sign-in or token, else the visitor with the rights of the role Anonymous; never null.</returns>
    ValueTask<Actor> OfAsync(ClaimsPrincipal user, CancellationToken token = default);
}
