using Cms.Core.Security;

namespace Cms.Content.Manager;

/// <summary>Rights on content, under Orchard Core's names.</summary>
public static class ContentPermissions
{
    public static readonly Permission PublishContent = new("PublishContent", "Publish and unpublish content");
    public static readonly Permission EditContent = new("EditContent", "Write drafts of content", PublishContent);
    public static readonly Permission DeleteContent = new("DeleteContent", "Delete and restore content");
    public static readonly Permission PreviewContent = new("PreviewContent", "See drafts", EditContent);
    public static readonly Permission ViewContent = new("ViewContent", "See published content", PreviewContent);
}
