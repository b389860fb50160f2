using Cms.Core.Security;

namespace Cms.ContentAdmin;

/// <summary>Rights on the administration's own pages, under Orchard Core's names.</summary>
public sealed class Permissions : IPermissionProvider
{
    public static readonly Permission ManageFeatures = new("ManageFeatures", "Turn features on and off") { IsSecurityCritical = true };

    IEnumerable<Permission> IPermissionProvider.Permissions => [ManageFeatures];

    IEnumerable<(string Role, Permission Permission)> IPermissionProvider.Defaults => [];
}
