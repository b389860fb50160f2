namespace Cms.Core.Security;

/// <summary>Who does something, with the rights that hold for it. Made at the edge from a sign-in or a token, and checked where content changes.</summary>
/// <param name="UserId">Id of the account; empty for a visitor and for the system.</param>
/// <param name="Permissions">Names of the rights granted.</param>
public sealed record Actor(string UserId, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>Right that includes every other (Orchard Core: SiteOwner).</summary>
    public static readonly Permission SiteOwner = new("SiteOwner", "Do everything on this website") { IsSecurityCritical = true };

    /// <summary>Recipes, migrations and operator verbs: whoever runs them has the machine.</summary>
    public static readonly Actor System = new("", "system", new HashSet<string> { SiteOwner.Name });

    /// <summary>Where the rights to change content hold.</summary>
    public ActorScope Scope { get; init; } = ActorScope.Everything;

    public bool IsSignedIn => UserId.Length > 0;

    public bool Has(Permission permission) => Permissions.Contains(SiteOwner.Name) || permission.SelfAndImplying().Any(p => Permissions.Contains(p.Name));

    /// <exception cref="Errors.AccessDeniedException">The right is not granted.</exception>
    public void Demand(Permission permission)
    {
        if (!Has(permission))
        {
            throw new Errors.AccessDeniedException(permission.Name, IsSignedIn);
        }
    }
}
