using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Users;

/// <summary>What administrators do with roles. Nobody grants a right that he lacks, nor takes one; rights of features that are off stay as they are.</summary>
public sealed class RoleDesk(RoleStore roles, PermissionList permissions, Granting granting, AccountCache cache, AccountAudit audit, IDatabase database)
{
    private const int MaxDescription = 200;

    /// <summary>Every role, with the number of accounts that carry it.</summary>
    public async Task<IReadOnlyList<(Role Role, long Holders)>> ListAsync(Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageRoles);
        var holders = await roles.HoldersAsync(token);
        return [.. (await roles.AllAsync(token)).Select(role => (role, holders.GetValueOrDefault(role.Name)))];
    }

    /// <exception cref="CmsException">404: no such role; 403: the actor does not manage roles.</exception>
    public async Task<Role> GetAsync(string name, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageRoles);
        return (await roles.AllAsync(token)).FirstOrDefault(role => role.Name == name) ?? throw new CmsException("role.not-found", 404, name);
    }

    /// <summary>Makes a role without rights.</summary>
    /// <exception cref="RuleException">Name or description break rules.</exception>
    /// <exception cref="CmsException">409: there is such a role.</exception>
    public async Task CreateAsync(string name, string description, Actor actor, CancellationToken token)
    {
        actor.Demand(Permissions.ManageRoles);
        if (!Role.IsName(name))
        {
            throw new RuleException([new Failure("role.letters", "Name", Account.MaxNameLength)]);
        }

        Check(description);
        if (await roles.FindNameAsync(name, token) is not null)
        {
            throw new CmsException("role.taken", 409, name);
        }

        await WriteAsync(new Role(name, description, []), actor, "role-create", "", token);
    }

    /// <summary>Replaces the description and the rights that the actor may grant; the others stay.</summary>
    /// <param name="stamp"><see cref="Role.Stamp"/> of the role that the form was opened on.</param>
    /// <exception cref="AccessDeniedException">A right is added that the actor lacks.</exception>
    /// <exception cref="CmsException">400: no such right, or one that the role must not have; 409: the role was changed meanwhile.</exception>
    public async Task SaveAsync(string name, string description, IReadOnlyCollection<string> wanted, string? stamp, Actor actor, CancellationToken token)
    {
        var role = await GetAsync(name, actor, token);
        Check(description);
        if (role.Stamp != stamp)
        {
            throw new CmsException("revision.stale", 409);
        }

        var kept = role.Permissions.Where(right => !permissions.Knows(right) || !permissions.Has(actor, right));
        string[] rights = role.Name == Role.Administrator ? [.. role.Permissions] : [.. kept.Union(wanted).Order(StringComparer.Ordinal)];
        var (added, taken) = (rights.Except(role.Permissions).ToList(), role.Permissions.Except(rights).ToList());
        foreach (var right in added)
        {
            Demand(role, right, actor);
        }

        var comment = string.Join(' ', added.Select(right => "+" + right).Concat(taken.Select(right => "-" + right)));
        await WriteAsync(role with { Description = description, Permissions = rights }, actor, "role-change", comment, token);
    }

    /// <exception cref="CmsException">409: the website needs the role, or an account carries it; 403: it has a right that the actor lacks.</exception>
    public async Task DeleteAsync(string name, Actor actor, CancellationToken token)
    {
        var role = await GetAsync(name, actor, token);
        if (Role.IsNeeded(name))
        {
            throw new CmsException("role.needed", 409, name);
        }

        if (!granting.Covers(actor, role))
        {
            throw new AccessDeniedException(role.Name, actor.IsSignedIn);
        }

        await database.WriteAsync(
            async unit =>
            {
                if (!await roles.DeleteAsync(unit, name))
                {
                    throw new CmsException("role.held", 409, name);
                }

                await audit.WriteAsync(unit, actor.Name, "role-delete", "", name);
            },
            token);
        cache.Clear();
    }

    private void Demand(Role role, string right, Actor actor)
    {
        if (!permissions.TryFind(right, out var permission))
        {
            throw new CmsException("role.no-right", 400, right);
        }

        if (!actor.Has(permission))
        {
            throw new AccessDeniedException(right, actor.IsSignedIn);
        }

        // Whoever comes by would have it.
        if (permission.IsSecurityCritical && Role.IsImplicit(role.Name))
        {
            throw new CmsException("role.for-all", 400, right);
        }
    }

    private async Task WriteAsync(Role role, Actor actor, string verb, string comment, CancellationToken token)
    {
        await database.WriteAsync(
            async unit =>
            {
                await roles.WriteAsync(unit, role, []);
                await audit.WriteAsync(unit, actor.Name, verb, "", $"{role.Name} {comment}".Trim());
            },
            token);
        cache.Clear();
    }

    private static void Check(string description)
    {
        if (description.Length > MaxDescription || description.Any(char.IsControl))
        {
            throw new RuleException([new Failure("role.description", "Description", MaxDescription)]);
        }
    }
}
