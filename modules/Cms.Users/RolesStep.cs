using System.Text.Json.Nodes;
using Cms.Content.Recipes;
using Cms.Core.Security;

namespace Cms.Users;

/// <summary>Orchard Core's recipe step <c>Roles</c>: roles with their rights, which replace, add to or are taken from those that the role has.</summary>
public sealed class RolesStep(RoleStore roles, AccountCache cache, IEnumerable<IPermissionProvider> providers) : IRecipeStep
{
    private const string Kind = "role";
    private readonly HashSet<string> _known = [.. providers.SelectMany(p => p.Permissions).Select(p => p.Name)];
    private readonly Dictionary<string, Role> _roles = new(StringComparer.OrdinalIgnoreCase);
    private bool _loaded;

    public string Name => "Roles";

    public RecipePhase Phase => RecipePhase.Definitions;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        await LoadAsync(plan, token);
        foreach (var element in step.Elements("Roles"))
        {
            if (element.Json() is JsonObject json && Text(json, "Name") is { Length: > 0 and <= Account.MaxNameLength } name)
            {
                Plan(plan, step, element.Line, json, name);
            }
            else
            {
                plan.Error(step, element.Line, "role.name");
            }
        }
    }

    private void Plan(RecipePlan plan, RecipeStep step, int line, JsonObject json, string name)
    {
        var old = _roles.GetValueOrDefault(name);
        var wanted = Permissions(plan, step, line, json);
        if (Merge(Text(json, "PermissionBehavior"), old?.Permissions ?? [], wanted) is not { } rights)
        {
            plan.Error(step, line, "role.behaviour", Text(json, "PermissionBehavior"));
            return;
        }

        var role = new Role(old?.Name ?? name, Text(json, "Description") ?? old?.Description ?? "", [.. rights.Order(StringComparer.Ordinal)]);
        _roles[name] = role;
        if (old is not null && old.Description == role.Description && old.Permissions.SequenceEqual(role.Permissions, StringComparer.Ordinal))
        {
            plan.Left(step, line, Kind, role.Name);
            return;
        }

        if (old is null)
        {
            plan.Created(step, line, Kind, role.Name);
        }
        else
        {
            plan.Changed(step, line, Kind, role.Name, [.. role.Permissions.Except(old.Permissions).Concat(old.Permissions.Except(role.Permissions))]);
        }

        var defaults = providers.SelectMany(p => p.Defaults).Where(d => string.Equals(d.Role, role.Name, StringComparison.OrdinalIgnoreCase)).Select(d => d.Permission.Name).ToList();
        plan.Write(unit => roles.WriteAsync(unit, role, defaults));
        plan.AfterCommit(_ =>
        {
            cache.Clear();
            return Task.CompletedTask;
        });
    }

    private List<string> Permissions(RecipePlan plan, RecipeStep step, int line, JsonObject json)
    {
        var names = json["Permissions"] is JsonArray array ? array.Select(n => n is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToList() : [];
        foreach (var unknown in names.Where(n => !_known.Contains(n)))
        {
            // A right of a module that is off or not there is kept: it counts as soon as the module is on.
            plan.Warn(step, line, "role.unknown-permission", unknown);
        }

        return [.. names.Where(n => n.Length > 0)];
    }

    private static IEnumerable<string>? Merge(string? behaviour, IReadOnlyList<string> old, List<string> wanted) => (behaviour ?? "Replace").ToUpperInvariant() switch
    {
        "REPLACE" => wanted.Distinct(StringComparer.Ordinal),
        "ADD" => old.Union(wanted, StringComparer.Ordinal),
        "REMOVE" => old.Except(wanted, StringComparer.Ordinal),
        _ => null,
    };

    private async Task LoadAsync(RecipePlan plan, CancellationToken token)
    {
        if (_loaded)
        {
            return;
        }

        _loaded = true;
        foreach (var role in plan.IsMigrated("Cms.Users") ? await roles.AllAsync(token) : [])
        {
            _roles[role.Name] = role;
        }
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : null;
}
