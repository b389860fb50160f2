using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data;
using Dapper;

namespace Cms.Users;

/// <summary>Roles and their rights in the main store.</summary>
public sealed class RoleStore(IDatabase database, IChangeLog changes, AccountCache cache)
{
    /// <summary>Every role in the order of names.</summary>
    public Task<IReadOnlyList<Role>> AllAsync(CancellationToken token = default) => database.ReadAsync<IReadOnlyList<Role>>(
        async connection =>
        {
            var roles = await connection.QueryAsync<(string Name, string Description)>("SELECT name, description FROM users_role ORDER BY name");
            var rights = (await connection.QueryAsync<(string Role, string Permission)>("SELECT role, permission FROM users_role_permission ORDER BY permission"))
                .ToLookup(row => row.Role, row => row.Permission);
            return [.. roles.Select(role => new Role(role.Name, role.Description, [.. rights[role.Name]]))];
        },
        token);

    /// <summary>The stored spelling of a role's name; null for a role that does not exist.</summary>
    public async Task<string?> FindNameAsync(string name, CancellationToken token = default) =>
        (await AllAsync(token)).FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase))?.Name;

    /// <summary>How many accounts carry each role.</summary>
    public Task<IReadOnlyDictionary<string, long>> HoldersAsync(CancellationToken token) => database.ReadAsync<IReadOnlyDictionary<string, long>>(
        async connection => (await connection.QueryAsync<(string Role, long Number)>("SELECT role, COUNT(*) FROM users_account_role GROUP BY role"))
            .ToDictionary(row => row.Role, row => row.Number, StringComparer.OrdinalIgnoreCase),
        token);

    /// <summary>Deletes a role inside a transaction; the caller clears <see cref="AccountCache"/> after its commit.</summary>
    /// <returns>False when an account carries it; nothing was deleted then.</returns>
    public async Task<bool> DeleteAsync(WriteUnit unit, string name)
    {
        if (await unit.SingleAsync<long>("SELECT COUNT(*) FROM users_account_role WHERE role = @name", new { name }) > 0)
        {
            return false;
        }

        await unit.ExecuteAsync("DELETE FROM users_role_permission WHERE role = @name", new { name });
        await unit.ExecuteAsync("DELETE FROM users_role WHERE name = @name", new { name });
        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Role, "delete", Subject: name));
        return true;
    }

    /// <summary>Stores a role with exactly these rights, and sees to it that everyone who carries it has them from the next request on.</summary>
    public async Task SaveAsync(Role role, CancellationToken token = default)
    {
        await database.WriteAsync(unit => WriteAsync(unit, role, []), token);
        cache.Clear();
    }

    /// <summary>The same inside a transaction; the caller clears <see cref="AccountCache"/> after its commit.</summary>
    /// <param name="settled">Default rights of the role that this decision is about, so that the next start does not add them.</param>
    /// <exception cref="CmsException">400: the name can not be one.</exception>
    public async Task WriteAsync(WriteUnit unit, Role role, IReadOnlyList<string> settled)
    {
        if (string.IsNullOrWhiteSpace(role.Name) || role.Name.Length > Account.MaxNameLength)
        {
            throw new CmsException("role.name", 400, role.Name);
        }

        // A role is one whatever the case it is written in.
        var name = await unit.SingleAsync<string>("SELECT name FROM users_role WHERE UPPER(name) = UPPER(@Name)", new { role.Name }) ?? role.Name;
        await unit.ExecuteAsync(
            "INSERT INTO users_role (name, description) VALUES (@name, @Description) ON CONFLICT (name) DO UPDATE SET description = excluded.description", new { name, role.Description });
        await unit.ExecuteAsync("DELETE FROM users_role_permission WHERE role = @name", new { name });
        foreach (var permission in role.Permissions.Distinct(StringComparer.Ordinal))
        {
            await unit.ExecuteAsync("INSERT INTO users_role_permission (role, permission) VALUES (@name, @permission)", new { name, permission });
        }

        foreach (var permission in settled)
        {
            await unit.ExecuteAsync("INSERT INTO users_role_default (role, permission) VALUES (@name, @permission) ON CONFLICT DO NOTHING", new { name, permission });
        }

        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Role, "save", Subject: name));
    }

    /// <summary>Adds the built-in roles that are missing, and gives each default right once: one that was taken away does not come back.</summary>
    public async Task EnsureAsync(IEnumerable<(string Role, Permission Permission)> defaults, CancellationToken token = default)
    {
        var wanted = defaults.Select(d => (d.Role, Permission: d.Permission.Name)).Distinct().ToList();
        if (await IsCompleteAsync(wanted, token))
        {
            return;
        }

        await database.WriteAsync(unit => EnsureAsync(unit, wanted), token);
        cache.Clear();
    }

    /// <summary>A start that changes nothing must not need a writable store.</summary>
    private async Task<bool> IsCompleteAsync(List<(string Role, string Permission)> wanted, CancellationToken token)
    {
        var given = await database.ReadAsync(c => c.QueryAsync<(string, string)>("SELECT role, permission FROM users_role_default"), token);
        return wanted.TrueForAll(given.ToHashSet().Contains);
    }

    private async Task EnsureAsync(WriteUnit unit, List<(string Role, string Permission)> wanted)
    {
        foreach (var (name, description) in Role.BuiltIn)
        {
            await unit.ExecuteAsync("INSERT INTO users_role (name, description) VALUES (@name, @description) ON CONFLICT DO NOTHING", new { name, description });
        }

        foreach (var (role, permission) in wanted)
        {
            var first = await unit.ExecuteAsync("INSERT INTO users_role_default (role, permission) VALUES (@role, @permission) ON CONFLICT DO NOTHING", new { role, permission });
            if (first == 1)
            {
                await unit.ExecuteAsync("INSERT INTO users_role (name, description) VALUES (@role, '') ON CONFLICT DO NOTHING", new { role });
                await unit.ExecuteAsync("INSERT INTO users_role_permission (role, permission) VALUES (@role, @permission) ON CONFLICT DO NOTHING", new { role, permission });
            }
        }

        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Role, "defaults"));
    }
}
