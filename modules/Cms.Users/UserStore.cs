using Cms.Content.Items;
using Cms.Data;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>
/// Keeps accounts in the main store for ASP.NET Core Identity. Every write drops what <see cref="AccountCache"/> remembers. Roles are members of the account
/// and written with it; Identity's own roles are not used, for it would change their names to upper case.
/// </summary>
public sealed partial class UserStore(IDatabase database, AccountCache cache) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserEmailStore<Account>
{
    private const string Columns = """
        id AS "Id", name AS "Name", normalized_name AS "NormalizedName", email AS "Email", normalized_email AS "NormalizedEmail", password_hash AS "PasswordHash",
        security_stamp AS "SecurityStamp", must_change AS "MustChange", enabled AS "Enabled", created_utc AS "CreatedUtc", revision AS "Revision",
        publishers AS "Publishers", languages AS "Languages", culture AS "Culture"
        """;

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var made = await database.WriteAsync(unit => InsertAsync(unit, user), cancellationToken);
        user.Revision = 1;
        return made ? IdentityResult.Success : Failed("account.taken");
    }

    /// <summary>Stores a new account inside a transaction.</summary>
    /// <returns>False when its name or e-mail is taken; nothing was written then.</returns>
    internal static async Task<bool> InsertAsync(WriteUnit unit, Account user)
    {
        var rows = await unit.ExecuteAsync(
            """
            INSERT INTO users_account (id, name, normalized_name, email, normalized_email, password_hash, security_stamp, must_change, enabled, created_utc, revision, publishers, languages, culture)
            VALUES (@Id, @Name, @NormalizedName, @Email, @NormalizedEmail, @PasswordHash, @SecurityStamp, @MustChange, @Enabled, @CreatedUtc, 1, @Publishers, @Languages, @Culture)
            ON CONFLICT DO NOTHING
            """,
            Values(user));
        await WriteRolesAsync(unit, rows == 1 ? user : null);
        return rows == 1;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var written = await database.WriteAsync(unit => TryUpdateAsync(unit, user), cancellationToken);
        cache.Clear();
        user.Revision += written ? 1 : 0;
        return written ? IdentityResult.Success : Failed("revision.stale");
    }

    /// <summary>Stores a changed account inside a transaction; the caller clears <see cref="AccountCache"/> after its commit.</summary>
    /// <exception cref="StaleRevisionException">It was changed meanwhile.</exception>
    internal static async Task UpdateAsync(WriteUnit unit, Account user)
    {
        if (!await TryUpdateAsync(unit, user))
        {
            throw new StaleRevisionException();
        }
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_account_role WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_session WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_token WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_link WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_factor WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_recovery_code WHERE account_id = @Id", new { user.Id });
                await unit.ExecuteAsync("DELETE FROM users_account WHERE id = @Id", new { user.Id });
            },
            cancellationToken);
        cache.Clear();
        return IdentityResult.Success;
    }

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => OneAsync("id = @userId", new { userId }, cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        OneAsync("normalized_name = @normalizedUserName", new { normalizedUserName }, cancellationToken);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        OneAsync("normalized_email = @normalizedEmail", new { normalizedEmail }, cancellationToken);

    /// <summary>How many accounts with a role can sign in: enabled, with a password.</summary>
    internal static Task<long> CountAbleAsync(WriteUnit unit, string role) => unit.SingleAsync<long>(
        "SELECT COUNT(*) FROM users_account WHERE enabled = 1 AND password_hash IS NOT NULL AND id IN (SELECT account_id FROM users_account_role WHERE role = @role)", new { role });

    public void Dispose()
    {
        // Nothing is held: connections belong to the host.
    }

    private async Task<Account?> OneAsync(string where, object args, CancellationToken token) => (await ManyAsync(where, args, token)).FirstOrDefault();

    private Task<List<Account>> ManyAsync(string where, object args, CancellationToken token) => database.ReadAsync(
        async connection =>
        {
            var accounts = (await connection.QueryAsync<AccountRow>($"SELECT {Columns} FROM users_account WHERE {where}", args)).Select(row => row.ToAccount()).ToList();
            var roles = await connection.QueryAsync<RoleRow>(
                $"""SELECT account_id AS "AccountId", role AS "Role" FROM users_account_role WHERE {database.Dialect.IsAmong("account_id", "@ids")}""",
                new { ids = accounts.Select(a => a.Id).ToArray() });
            foreach (var row in roles)
            {
                accounts.Find(a => a.Id == row.AccountId)?.Roles.Add(row.Role);
            }

            return accounts;
        },
        token);

    private static async Task<bool> TryUpdateAsync(WriteUnit unit, Account user)
    {
        var rows = await unit.ExecuteAsync(
            """
            UPDATE users_account SET name = @Name, normalized_name = @NormalizedName, email = @Email, normalized_email = @NormalizedEmail,
            password_hash = @PasswordHash, security_stamp = @SecurityStamp, must_change = @MustChange, enabled = @Enabled,
            publishers = @Publishers, languages = @Languages, culture = @Culture, revision = revision + 1
            WHERE id = @Id AND revision = @Revision
            """,
            Values(user));
        await WriteRolesAsync(unit, rows == 1 ? user : null);
        return rows == 1;
    }

    private static async Task WriteRolesAsync(WriteUnit unit, Account? user)
    {
        if (user is null)
        {
            return;
        }

        await unit.ExecuteAsync("DELETE FROM users_account_role WHERE account_id = @Id", new { user.Id });
        foreach (var role in user.Roles)
        {
            await unit.ExecuteAsync("INSERT INTO users_account_role (account_id, role) VALUES (@Id, @role)", new { user.Id, role });
        }
    }

    private static object Values(Account user) => new
    {
        user.Id,
        user.Name,
        user.NormalizedName,
        user.Email,
        user.NormalizedEmail,
        user.PasswordHash,
        user.SecurityStamp,
        MustChange = user.MustChange ? 1L : 0L,
        Enabled = user.Enabled ? 1L : 0L,
        CreatedUtc = Utc.Column(user.CreatedUtc),
        user.Revision,
        Publishers = ScopeColumn.Text(user.Scope.Publishers),
        Languages = ScopeColumn.Text(user.Scope.Cultures),
        user.Culture,
    };

    private static IdentityResult Failed(string key) => IdentityResult.Failed(new IdentityError { Code = key, Description = key });

    private sealed class RoleRow
    {
        public string AccountId { get; init; } = "";

        public string Role { get; init; } = "";
    }

    private sealed class AccountRow
    {
        public string Publishers { get; init; } = "";

        public string Languages { get; init; } = "";

        public string Culture { get; init; } = "";

        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string NormalizedName { get; init; } = "";

        public string? Email { get; init; }

        public string? NormalizedEmail { get; init; }

        public string? PasswordHash { get; init; }

        public string SecurityStamp { get; init; } = "";

        public long MustChange { get; init; }

        public long Enabled { get; init; }

        public string CreatedUtc { get; init; } = "";

        public long Revision { get; init; }

        public Account ToAccount() => new()
        {
            Id = Id,
            Name = Name,
            NormalizedName = NormalizedName,
            Email = Email,
            NormalizedEmail = NormalizedEmail,
            PasswordHash = PasswordHash,
            SecurityStamp = SecurityStamp,
            MustChange = MustChange == 1,
            Enabled = Enabled == 1,
            CreatedUtc = Utc.Parse(CreatedUtc)!.Value,
            Revision = Revision,
            Scope = ScopeColumn.Of(Publishers, Languages),
            Culture = Culture,
        };
    }
}
