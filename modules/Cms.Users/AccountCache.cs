using Cms.Content.Items;
using Cms.Data;
using Dapper;

namespace Cms.Users;

/// <summary>What a request needs to know of an account.</summary>
public sealed record AccountState(string Id, string Name, string SecurityStamp, bool Enabled, bool MustChange, IReadOnlyList<string> Roles);

/// <summary>A sign-in that has not ended.</summary>
public sealed record SessionState(string AccountId, DateTimeOffset CreatedUtc);

/// <summary>Accounts, sessions and roles as requests ask for them, remembered for seconds; one per shell.</summary>
public sealed class AccountCache(IDatabase database, TimeProvider time)
{
    private readonly BriefCache<AccountState> _accounts = new(time);
    private readonly BriefCache<SessionState> _sessions = new(time);
    private readonly BriefCache<ILookup<string, string>> _roles = new(time);

    public ValueTask<AccountState?> AccountAsync(string id, CancellationToken token) => _accounts.GetAsync(id, () => ReadAccountAsync(id, token));

    public ValueTask<SessionState?> SessionAsync(string id, CancellationToken token) => _sessions.GetAsync(id, () => ReadSessionAsync(id, token));

    /// <summary>Names of the rights by role; role names compare without case.</summary>
    public async ValueTask<ILookup<string, string>> RightsAsync(CancellationToken token) => (await _roles.GetAsync("", () => ReadRightsAsync(token)))!;

    /// <summary>After every write of accounts, sessions or roles.</summary>
    public void Clear()
    {
        _accounts.Clear();
        _sessions.Clear();
        _roles.Clear();
    }

    private Task<AccountState?> ReadAccountAsync(string id, CancellationToken token) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<AccountRow>(
                """
                SELECT name AS "Name", security_stamp AS "SecurityStamp", must_change AS "MustChange", enabled AS "Enabled" FROM users_account WHERE id = @id
                """,
                new { id });
            var roles = await connection.QueryAsync<string>("SELECT role FROM users_account_role WHERE account_id = @id", new { id });
            return row is null ? null : new AccountState(id, row.Name, row.SecurityStamp, row.Enabled == 1, row.MustChange == 1, [.. roles]);
        },
        token);

    private Task<SessionState?> ReadSessionAsync(string id, CancellationToken token) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<SessionRow>(
                """SELECT account_id AS "AccountId", created_utc AS "CreatedUtc" FROM users_session WHERE id = @id""", new { id });
            return row is null ? null : new SessionState(row.AccountId, Utc.Parse(row.CreatedUtc)!.Value);
        },
        token);

    private Task<ILookup<string, string>?> ReadRightsAsync(CancellationToken token) => database.ReadAsync<ILookup<string, string>?>(
        async connection => (await connection.QueryAsync<RightRow>("""SELECT role AS "Role", permission AS "Permission" FROM users_role_permission"""))
            .ToLookup(row => row.Role, row => row.Permission, StringComparer.OrdinalIgnoreCase),
        token);

    private sealed class AccountRow
    {
        public string Name { get; init; } = "";

        public string SecurityStamp { get; init; } = "";

        public long MustChange { get; init; }

        public long Enabled { get; init; }
    }

    private sealed class SessionRow
    {
        public string AccountId { get; init; } = "";

        public string CreatedUtc { get; init; } = "";
    }

    private sealed class RightRow
    {
        public string Role { get; init; } = "";

        public string Permission { get; init; } = "";
    }
}
