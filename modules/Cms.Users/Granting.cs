using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>Nobody grants what he lacks: no role with a right that he does not have, no scope wider than his own, nothing on an account that has either.</summary>
public sealed class Granting(RoleStore roles, PermissionList permissions)
{
    /// <summary>Roles that the actor can give.</summary>
    public async Task<IReadOnlyList<Role>> GivableAsync(Actor actor, CancellationToken token) =>
        [.. (await roles.AllAsync(token)).Where(role => !Role.IsImplicit(role.Name) && Covers(actor, role))];

    public bool Covers(Actor actor, Role role) => role.Permissions.All(right => permissions.Has(actor, right));

    public static bool Covers(Actor actor, ActorScope scope) =>
        actor.Has(Actor.SiteOwner) || (IsWithin(scope.Publishers, actor.Scope.Publishers) && IsWithin(scope.Cultures, actor.Scope.Cultures));

    /// <returns>The stored names of the roles.</returns>
    /// <exception cref="CmsException">400: there is no such role to give; 403: it has a right that the actor lacks.</exception>
    public async Task<IReadOnlyList<string>> DemandAsync(IEnumerable<string> names, Actor actor, CancellationToken token)
    {
        var all = await roles.AllAsync(token);
        return [.. names.Select(name => Demand(all, name, actor).Name).Distinct(StringComparer.Ordinal)];
    }

    /// <exception cref="AccessDeniedException">The scope is wider than the actor's own.</exception>
    public static void Demand(ActorScope scope, Actor actor)
    {
        if (!Covers(actor, scope))
        {
            throw new AccessDeniedException(nameof(Actor.Scope), actor.IsSignedIn);
        }
    }

    /// <summary>For whatever is done to an account: who could use it afterwards must not gain by it.</summary>
    /// <exception cref="AccessDeniedException">The account has a right that the actor lacks.</exception>
    public async Task DemandAsync(Account account, Actor actor, CancellationToken token)
    {
        var held = (await roles.AllAsync(token)).Where(role => account.Roles.Contains(role.Name));
        if (held.FirstOrDefault(role => !Covers(actor, role)) is { } above)
        {
            throw new AccessDeniedException(above.Name, actor.IsSignedIn);
        }

        Demand(account.Scope, actor);
    }

    private Role Demand(IReadOnlyList<Role> all, string name, Actor actor)
    {
        var role = all.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase) && !Role.IsImplicit(r.Name)) ?? throw new CmsException("role.unknown", 400, name);
        return Covers(actor, role) ? role : throw new AccessDeniedException(role.Name, actor.IsSignedIn);
    }

    private static bool IsWithin(IReadOnlySet<string>? wanted, IReadOnlySet<string>? own) => own is null || (wanted is not null && wanted.IsSubsetOf(own));
}
