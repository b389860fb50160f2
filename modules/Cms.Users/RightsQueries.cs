using Cms.Content.Types;
using Cms.Core.Security;
using Microsoft.Extensions.Localization;

namespace Cms.Users;

/// <summary>A right in the form of a role.</summary>
/// <param name="MayChange">False for a right that the reader lacks, and can neither grant nor take.</param>
/// <param name="Within">Texts of the rights that include it and that roles are given.</param>
/// <param name="IsIncluded">The role has it by another right.</param>
public sealed record RightLine(string Name, string Text, bool IsGranted, bool MayChange, bool IsCritical, IReadOnlyList<string> Within, bool IsIncluded);

/// <summary>Rights that stand together: those of a module, or those on one content type.</summary>
public sealed record RightGroup(string Title, IReadOnlyList<RightLine> Rights)
{
    public int Granted => Rights.Count(right => right.IsGranted);
}

/// <param name="Types">Rights on single content types, in the order of the types' names.</param>
/// <param name="Kept">Number of rights of features that are off; they stay.</param>
public sealed record RightForm(IReadOnlyList<RightGroup> Groups, IReadOnlyList<RightGroup> Types, int Kept);

/// <summary>All rights as the form of a role shows them, in the reader's words.</summary>
public sealed class RightsQueries(PermissionList permissions, ContentDefinitions definitions, IStringLocalizer<Startup> localizer)
{
    private const string Content = nameof(Content);

    public RightForm Of(Role role, Actor actor)
    {
        var all = permissions.All.ToLookup(found => TypeOf(found.Permission) is not null);
        var granted = role.Permissions.ToHashSet(StringComparer.Ordinal);
        return new RightForm(
            [.. all[false].GroupBy(found => IsContent(found.Permission.Name) ? Content : found.Module).Select(group => new RightGroup(localizer[group.Key], [.. group.Select(found => Line(found.Permission, granted, actor))]))],
            [.. all[true].GroupBy(found => TypeOf(found.Permission)!).Select(group => new RightGroup(localizer[group.Key.DisplayName], [.. group.Select(found => Line(found.Permission, granted, actor))]))
                .OrderBy(group => group.Title, StringComparer.CurrentCulture)],
            role.Permissions.Count(right => !permissions.Knows(right)));
    }

    private RightLine Line(Permission permission, HashSet<string> granted, Actor actor)
    {
        var above = permission.SelfAndImplying().Skip(1).ToList();
        return new RightLine(
            permission.Name,
            localizer[permission.Description],
            granted.Contains(permission.Name),
            actor.Has(permission),
            permission.IsSecurityCritical,
            [.. above.Where(one => permissions.Knows(one.Name)).Select(one => localizer[one.Description].Value)],
            granted.Contains(Actor.SiteOwner.Name) || above.Any(one => granted.Contains(one.Name)));
    }

    private ContentTypeDefinition? TypeOf(Permission permission) => definitions.TryType(permission.ContentType, out var type) ? type : null;

    private static bool IsContent(string name) => name.EndsWith(Content, StringComparison.Ordinal);
}
