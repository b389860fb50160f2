using Cms.Content.Types;
using Cms.Core.Security;

namespace Cms.Content.Manager;

/// <summary>Rights on content, under Orchard Core's names.</summary>
public static class ContentPermissions
{
    public static readonly Permission PublishContent = new("PublishContent", "Publish and unpublish content");
    public static readonly Permission PublishOwnContent = new("PublishOwnContent", "Publish and unpublish own content", PublishContent);
    public static readonly Permission EditContent = new("EditContent", "Write drafts of content", PublishContent);
    public static readonly Permission EditOwnContent = new("EditOwnContent", "Write drafts of own content", EditContent, PublishOwnContent);
    public static readonly Permission DeleteContent = new("DeleteContent", "Delete and restore content");
    public static readonly Permission DeleteOwnContent = new("DeleteOwnContent", "Delete and restore own content", DeleteContent);
    public static readonly Permission PreviewContent = new("PreviewContent", "See drafts", EditContent);
    public static readonly Permission PreviewOwnContent = new("PreviewOwnContent", "See own drafts", PreviewContent, EditOwnContent);
    public static readonly Permission ViewContent = new("ViewContent", "See published content", PreviewContent);

    public static readonly ContentRight Publish = new("Publish", PublishContent, PublishOwnContent);
    public static readonly ContentRight Edit = new("Edit", EditContent, EditOwnContent, Publish);
    public static readonly ContentRight Delete = new("Delete", DeleteContent, DeleteOwnContent);
    public static readonly ContentRight Preview = new("Preview", PreviewContent, PreviewOwnContent, Edit);

    /// <summary>Everything that may be done to content, the greatest right first.</summary>
    public static IReadOnlyList<ContentRight> All => [Publish, Edit, Delete, Preview];
}

/// <summary>The rights on all content, and for each type of this website those on its content.</summary>
public sealed class ContentPermissionProvider(ContentDefinitions definitions) : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions =>
    [
        .. ContentPermissions.All.SelectMany(right => new[] { right.All, right.Own }),
        ContentPermissions.ViewContent,
        .. definitions.Types.SelectMany(type => ContentPermissions.All.SelectMany(right => new[] { right.Of(type.Name), right.OwnOf(type.Name) })),
    ];

    /// <summary>Roles belong to the module that keeps accounts.</summary>
    IEnumerable<(string Role, Permission Permission)> IPermissionProvider.Defaults => [];
}
