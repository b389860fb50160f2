using Cms.Core.Security;

namespace Cms.Content.Manager;

/// <summary>
/// One thing that may be done to content, as the four rights that allow it under Orchard Core's names: <c>EditContent</c>, <c>EditOwnContent</c>,
/// <c>Edit_Article</c>, <c>EditOwn_Article</c>.
/// </summary>
/// <param name="Prefix">What the names of the rights on one type begin with: <c>Edit</c>.</param>
/// <param name="ImpliedBy">What includes it.</param>
public sealed record ContentRight(string Prefix, Permission All, Permission Own, params IReadOnlyList<ContentRight> ImpliedBy)
{
    /// <summary>The right on all content of a type.</summary>
    public Permission Of(string type) => new($"{Prefix}_{type}", All.Description, [All, .. ImpliedBy.Select(right => right.Of(type))]) { ContentType = type };

    /// <summary>The right on content of a type that one made oneself.</summary>
    public Permission OwnOf(string type) => new($"{Prefix}Own_{type}", Own.Description, [Own, Of(type), .. ImpliedBy.Select(right => right.OwnOf(type))]) { ContentType = type };

    /// <summary>True when the name is that of a right that allows this on some content or other.</summary>
    internal bool IsIn(string permission) =>
        permission == All.Name || permission == Own.Name || permission.StartsWith(Prefix + "_", StringComparison.Ordinal) || permission.StartsWith(Prefix + "Own_", StringComparison.Ordinal)
        || ImpliedBy.Any(right => right.IsIn(permission));
}
