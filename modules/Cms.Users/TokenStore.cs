using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;
using Dapper;
using Microsoft.Extensions.Options;

namespace Cms.Users;

/// <summary>A personal access token as its owner sees it: everything but the secret, which is stored as a hash only.</summary>
public sealed record AccessToken(string Id, string AccountId, string Name, DateTimeOffset CreatedUtc, DateTimeOffset ExpiresUtc, DateTimeOffset? LastUsedUtc);

/// <summary>Personal access tokens: 256 random bits that stand for an account, with an end and the power to be revoked.</summary>
public sealed class TokenStore(IDatabase database, AccountAudit audit, IOptions<UserSettings> settings, TimeProvider time)
{
    /// <summary>Begins every token, so that scanners of source code know one when they see it.</summary>
    public const string Prefix = "cms_";

    private const int MaxNameLength = 100;
    private const int MostPerAccount = 50;

    private const string Columns = """
        id AS "Id", account_id AS "AccountId", name AS "Name", created_utc AS "CreatedUtc", expires_utc AS "ExpiresUtc", last_used_utc AS "LastUsedUtc"
        """;

    private static readonly TimeSpan _useStep = TimeSpan.FromMinutes(1);

    public int MaxDays => settings.Value.TokenDays;

    /// <returns>The token; it can not be shown again.</returns>
    /// <exception cref="RuleException">Name or number of days break rules, or there are too many tokens.</exception>
    public async Task<string> MakeAsync(AccountState account, string? name, int days, CancellationToken token)
    {
        var failures = Check(name, days).ToList();
        if (failures.Count == 0 && (await OfAsync(account.Id, token)).Count >= MostPerAccount)
        {
            failures.Add(new Failure("token.too-many", null, MostPerAccount));
        }

        if (failures.Count > 0)
        {
            throw new RuleException(failures);
        }

        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var (id, now) = (IdGenerator.NewId(), time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync(
                    "INSERT INTO users_token (id, account_id, name, hash, created_utc, expires_utc) VALUES (@id, @account, @name, @hash, @now, @expires)",
                    new { id, account = account.Id, name = name!.Trim(), hash = Hash(secret), now = Utc.Column(now), expires = Utc.Column(now.AddDays(days)) });
                await audit.WriteAsync(unit, account.Name, "token-create", account.Id, id);
            },
            token);
        audit.TokenMade(account.Name, id);
        return secret;
    }

    /// <summary>Tokens of an account, newest first.</summary>
    public Task<IReadOnlyList<AccessToken>> OfAsync(string accountId, CancellationToken token) => database.ReadAsync<IReadOnlyList<AccessToken>>(
        async c => [.. (await c.QueryAsync<Row>($"SELECT {Columns} FROM users_token WHERE account_id = @accountId ORDER BY created_utc DESC, id", new { accountId })).Select(r => r.ToToken())],
        token);

    /// <summary>Makes a token of the account worthless from now on.</summary>
    /// <exception cref="CmsException">404: the account has no such token.</exception>
    public async Task RevokeAsync(AccountState account, string id, CancellationToken token)
    {
        await database.WriteAsync(
            async unit =>
            {
                if (await unit.ExecuteAsync("DELETE FROM users_token WHERE id = @id AND account_id = @account", new { id, account = account.Id }) == 0)
                {
                    throw new CmsException("token.not-found", 404, id);
                }

                await audit.WriteAsync(unit, account.Name, "token-revoke", account.Id, id);
            },
            token);
        audit.TokenRevoked(account.Name, id);
    }

    /// <summary>The token that a caller sent; null for one that is unknown, revoked or over.</summary>
    public async Task<AccessToken?> FindAsync(string secret, CancellationToken token)
    {
        var row = await database.ReadAsync(c => c.QueryFirstOrDefaultAsync<Row>($"SELECT {Columns} FROM users_token WHERE hash = @hash", new { hash = Hash(secret) }), token);
        return row?.ToToken() is { } found && found.ExpiresUtc > time.GetUtcNow() ? found : null;
    }

    /// <summary>Notes a use, at most once a minute: a read of the API must not cost a write each.</summary>
    public async Task NoteUseAsync(AccessToken found, string name, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (found.LastUsedUtc is { } last && now - last < _useStep)
        {
            return;
        }

        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("UPDATE users_token SET last_used_utc = @now WHERE id = @Id", new { found.Id, now = Utc.Column(now) });
                await audit.WriteAsync(unit, name, "token-use", found.AccountId, found.Id);
            },
            token);
        audit.TokenUsed(name, found.Id);
    }

    private IEnumerable<Failure> Check(string? name, int days)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxNameLength)
        {
            yield return new Failure("token.name", "Name", MaxNameLength);
        }

        if (days < 1 || days > MaxDays)
        {
            yield return new Failure("token.days", "Days", MaxDays);
        }
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string AccountId { get; init; } = "";

        public string Name { get; init; } = "";

        public string CreatedUtc { get; init; } = "";

        public string ExpiresUtc { get; init; } = "";

        public string? LastUsedUtc { get; init; }

        public AccessToken ToToken() => new(Id, AccountId, Name, Utc.Parse(CreatedUtc)!.Value, Utc.Parse(ExpiresUtc)!.Value, Utc.Parse(LastUsedUtc));
    }
}
