using Cms.Content.Manager;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>Rights on accounts and on the administration as a whole, under Orchard Core's names; gives the roles of a new website those on content.</summary>
public sealed class Permissions : IPermissionProvider
{
    public static readonly Permission AccessAdminPanel = new("AccessAdminPanel", "Access the administration");
    public static readonly Permission ManageUsers = new("ManageUsers", "Manage accounts") { IsSecurityCritical = true };
    public static readonly Permission ManageRoles = new("ManageRoles", "Manage roles and their rights") { IsSecurityCritical = true };

    IEnumerable<Permission> IPermissionProvider.Permissions =>
    [
        Actor.SiteOwner,
        AccessAdminPanel,
        ManageUsers,
        ManageRoles,
    ];

    IEnumerable<(string Role, Permission Permission)> IPermissionProvider.Defaults =>
    [
        (Role.Administrator, Actor.SiteOwner),
        .. Grant(Role.Editor, AccessAdminPanel, ContentPermissions.PublishContent, ContentPermissions.DeleteContent),
        .. Grant(Role.Author, AccessAdminPanel, ContentPermissions.PublishOwnContent, ContentPermissions.DeleteOwnContent),
        .. Grant(Role.Contributor, AccessAdminPanel, ContentPermissions.EditOwnContent),
        .. Grant(Role.Moderator, AccessAdminPanel, ContentPermissions.PreviewContent),
        .. Grant(Role.Translator, AccessAdminPanel, ContentPermissions.EditContent),
        .. Grant(Role.Authenticated, ContentPermissions.ViewContent),
        .. Grant(Role.Anonymous, ContentPermissions.ViewContent),
    ];

    private static IEnumerable<(string Role, Permission Permission)> Grant(string role, params Permission[] permissions) => permissions.Select(p => (role, p));
}
