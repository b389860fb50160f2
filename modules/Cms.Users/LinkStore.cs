using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cms.Content.Items;
using Cms.Data;
using Dapper;

namespace Cms.Users;

/// <summary>What a link in a letter opens.</summary>
/// <param name="Name">Stored name.</param>
/// <param name="Lifetime">How long it can be used, once.</param>
public sealed record LinkPurpose(string Name, TimeSpan Lifetime)
{
    /// <summary>Sets the first password of an invited account.</summary>
    public static readonly LinkPurpose Invitation = new("invitation", TimeSpan.FromDays(7));

    /// <summary>Sets a new password.</summary>
    public static readonly LinkPurpose Reset = new("reset", TimeSpan.FromHours(1));

    /// <summary>Confirms a new e-mail address.</summary>
    public static readonly LinkPurpose Email = new("email", TimeSpan.FromHours(24));
}

/// <summary>A link that can still be used.</summary>
/// <param name="Value">What it brings along: the new address.</param>
public sealed record AccountLink(string AccountId, string Purpose, string Value);

/// <summary>One-time links: 256 random bits, of which the store keeps a hash only.</summary>
public sealed class LinkStore(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan _memory = TimeSpan.FromDays(8);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Stores a new link inside a transaction; earlier ones of the account for the same purpose end.</summary>
    public async Task AddAsync(WriteUnit unit, string secret, string accountId, LinkPurpose purpose, string value = "")
    {
        var now = time.GetUtcNow();
        await unit.ExecuteAsync("DELETE FROM users_link WHERE created_utc < @oldest", new { oldest = Utc.Column(now - _memory) });
        await EndAsync(unit, accountId, purpose);
        await unit.ExecuteAsync(
            "INSERT INTO users_link (hash, account_id, purpose, value, created_utc, expires_utc) VALUES (@hash, @accountId, @Name, @value, @now, @expires)",
            new { hash = Hash(secret), accountId, purpose.Name, value, now = Utc.Column(now), expires = Utc.Column(now + purpose.Lifetime) });
    }

    /// <summary>Ends every link of an account for a purpose; the lines stay, for they count.</summary>
    public Task EndAsync(WriteUnit unit, string accountId, LinkPurpose purpose) => unit.ExecuteAsync(
        "UPDATE users_link SET expires_utc = @now WHERE account_id = @accountId AND purpose = @Name AND expires_utc > @now", new { accountId, purpose.Name, now = Now });

    /// <summary>How many links were made for an account since a moment.</summary>
    public static Task<long> CountAsync(WriteUnit unit, string accountId, LinkPurpose purpose, DateTimeOffset since) => unit.SingleAsync<long>(
        "SELECT COUNT(*) FROM users_link WHERE account_id = @accountId AND purpose = @Name AND created_utc > @since", new { accountId, purpose.Name, since = Utc.Column(since) });

    /// <summary>What a secret opens; null when it is unknown, used or over.</summary>
    public async Task<AccountLink?> FindAsync(string? secret, CancellationToken token) => string.IsNullOrEmpty(secret) ? null : await database.ReadAsync(
        c => c.QueryFirstOrDefaultAsync<AccountLink>(
            """SELECT account_id AS "AccountId", purpose AS "Purpose", value AS "Value" FROM users_link WHERE hash = @hash AND expires_utc > @now""",
            new { hash = Hash(secret), now = Now }),
        token);

    /// <summary>Uses a link up inside the transaction of what it opens.</summary>
    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> UseAsync(WriteUnit unit, string secret) =>
        await unit.ExecuteAsync("UPDATE users_link SET expires_utc = @now WHERE hash = @hash AND expires_utc > @now", new { hash = Hash(secret), now = Now }) == 1;

    private string Now => Utc.Column(time.GetUtcNow());

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
