namespace Cms.Core.Security;

/// <summary>A right, declared as a static value in a module's <c>Permissions.cs</c> under Orchard Core's name where it has one.</summary>
/// <param name="Name">Stable name stored in roles: <c>PublishContent</c>.</param>
/// <param name="Description">English sentence, also the msgid under which PO files translate it.</param>
/// <param name="ImpliedBy">Rights that include this one.</param>
public sealed record Permission(string Name, string Description, params IReadOnlyList<Permission> ImpliedBy)
{
    /// <summary>True for a right that can hand over the whole website; the administration marks it.</summary>
    public bool IsSecurityCritical { get; init; }

    /// <summary>Name of the content type that the right is limited to; empty for one that is not.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>This right and, transitively, all that include it.</summary>
    public IEnumerable<Permission> SelfAndImplying() => ImpliedBy.SelectMany(p => p.SelfAndImplying()).Prepend(this).Distinct();
}

/// <summary>A module's list of rights, registered with <c>AddPermissions</c>.</summary>
public interface IPermissionProvider
{
    IEnumerable<Permission> Permissions { get; }

    /// <summary>Names of roles and the rights they get when the website is set up.</summary>
    IEnumerable<(string Role, Permission Permission)> Defaults { get; }
}
