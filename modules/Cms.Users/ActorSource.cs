using System.Security.Claims;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>Turns a checked sign-in or token into an actor with the rights of the account's roles as they are now.</summary>
public sealed class ActorSource(AccountCache cache) : IActorSource
{
    public async ValueTask<Actor> OfAsync(ClaimsPrincipal user, CancellationToken token = default)
    {
        var id = user.Identity?.IsAuthenticated == true ? user.FindFirstValue(ClaimTypes.NameIdentifier) : null;
        var account = id is null ? null : await cache.AccountAsync(id, token);
        var rights = await cache.RightsAsync(token);
        if (account is not { Enabled: true })
        {
            return new Actor("", "", rights[Role.Anonymous].ToHashSet(StringComparer.Ordinal));
        }

        var roles = account.Roles.Where(_ => account.IsComplete);
        return new Actor(account.Id, account.Name, roles.Append(Role.Authenticated).SelectMany(role => rights[role]).ToHashSet(StringComparer.Ordinal)) { Scope = account.Scope };
    }
}
