using Cms.Content.Items;
using Cms.Core.Security;
using Cms.Data;
using Dapper;
using Microsoft.Extensions.Options;

namespace Cms.Users;

/// <summary>What a request needs to know of an account.</summary>
/// <param name="NeedsFactor">One of its roles asks for a second factor, and it has none yet.</param>
public sealed record AccountState(string Id, string Name, string SecurityStamp, bool Enabled, bool MustChange, bool NeedsFactor, IReadOnlyList<string> Roles, ActorScope Scope)
{
    /// <summary>Until the one-time password is replaced and the second factor is there, a sign-in is good for nothing but that.</summary>
    public bool IsComplete => Enabled && !MustChange && !NeedsFactor;
}

/// <summary>A sign-in that has not ended.</summary>
/// <param name="SeenUtc">Its last request, to some minutes.</param>
public sealed record SessionState(string AccountId, DateTimeOffset CreatedUtc, DateTimeOffset SeenUtc);

/// <summary>Accounts, sessions and roles as requests ask for them, remembered for seconds; one per shell.</summary>
public sealed class AccountCache(IDatabase database, IOptions<UserSettings> settings, TimeProvider time)
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
                SELECT name AS "Name", security_stamp AS "SecurityStamp", must_change AS "MustChange", enabled AS "Enabled", publishers AS "Publishers", languages AS "Languages",
                (SELECT confirmed FROM users_factor WHERE account_id = @id) AS "Confirmed" FROM users_account WHERE id = @id
                """,
                new { id });
            var roles = (await connection.QueryAsync<string>("SELECT role FROM users_account_role WHERE account_id = @id", new { id })).AsList();
            var needsFactor = row is { Confirmed: not 1 } && settings.Value.RequiresTwoFactor(roles);
            return row is null ? null : new AccountState(id, row.Name, row.SecurityStamp, row.Enabled == 1, row.MustChange == 1, needsFactor, roles, ScopeColumn.Of(row.Publishers, row.Languages));
        },
        token);

    private Task<SessionState?> ReadSessionAsync(string id, CancellationToken token) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<SessionRow>(
                """SELECT account_id AS "AccountId", created_utc AS "CreatedUtc", seen_utc AS "SeenUtc" FROM users_session WHERE id = @id""", new { id });
            return row is null ? null : new SessionState(row.AccountId, Utc.Parse(row.CreatedUtc)!.Value, Utc.Parse(row.SeenUtc) ?? Utc.Parse(row.CreatedUtc)!.Value);
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

        public long? Confirmed { get; init; }

        public string Publishers { get; init; } = "";

        public string Languages { get; init; } = "";
    }

    private sealed class SessionRow
    {
        public string AccountId { get; init; } = "";

        public string CreatedUtc { get; init; } = "";

        public string SeenUtc { get; init; } = "";
    }

    private sealed class RightRow
    {
        public string Role { get; init; } = "";

        public string Permission { get; init; } = "";
    }
}
