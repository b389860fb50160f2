using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Cms.Core.Modules;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>All rights that the enabled features know, by name.</summary>
public sealed class PermissionList(IEnumerable<IPermissionProvider> providers)
{
    private readonly Dictionary<string, Permission> _all = providers.SelectMany(p => p.Permissions).GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First());

    /// <summary>Each right with the English name of the module that lists it, in the order in which the features name them.</summary>
    public IReadOnlyList<(Permission Permission, string Module)> All { get; } =
        [.. providers.SelectMany(provider => provider.Permissions.Select(permission => (permission, ModuleOf(provider)))).DistinctBy(found => found.permission.Name)];

    public bool TryFind(string name, [NotNullWhen(true)] out Permission? permission) => _all.TryGetValue(name, out permission);

    public bool Knows(string name) => _all.ContainsKey(name);

    /// <summary>Rights on content are the engine's, whoever lists them.</summary>
    private static string ModuleOf(IPermissionProvider provider) => provider.GetType().Assembly.GetCustomAttribute<ModuleAttribute>()?.Name ?? "Content";

    /// <summary>True when the actor has the right, be it by another one that includes it.</summary>
    public bool Has(Actor actor, string name) => actor.Has(_all.TryGetValue(name, out var known) ? known : new Permission(name, ""));
}
