using System.Security.Cryptography;
using System.Text;
using Cms.Content.Items;
using Cms.Data;

namespace Cms.Users;

/// <summary>
/// After five failures each further one makes the name wait longer, up to five minutes; nobody is locked out for good. Kept for every name that is tried,
/// known or not, so that the answer does not tell which names exist; as a hash, for people type passwords into the wrong field.
/// </summary>
public sealed class SignInDelay(IDatabase database, AccountAudit audit, TimeProvider time)
{
    private const int FreeFailures = 5;
    private const int FirstSeconds = 5;
    private const int MostSeconds = 300;
    private static readonly TimeSpan _memory = TimeSpan.FromHours(24);

    /// <summary>How long a name waits after so many failures in a row.</summary>
    public static TimeSpan After(long failures)
    {
        // Doubling seven times passes the limit; a higher power would only overflow.
        var steps = (int)Math.Min(failures - FreeFailures, 7);
        return failures < FreeFailures ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(MostSeconds, FirstSeconds << steps));
    }

    /// <summary>Counts an attempt as failed before its password is looked at, so that attempts made at the same moment all count.</summary>
    /// <returns>Zero when the attempt may go on, else how long the name has to wait; such an attempt counts for nothing.</returns>
    public Task<TimeSpan> TakeAsync(string normalizedName, CancellationToken token)
    {
        var (key, now) = (Key(normalizedName), time.GetUtcNow());
        return database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_failure WHERE last_utc < @oldest", new { oldest = Utc.Column(now - _memory) });
                var row = await unit.SingleAsync<Row>("""SELECT failures AS "Failures", until_utc AS "UntilUtc" FROM users_failure WHERE name_hash = @key""", new { key });
                if (Utc.Parse(row?.UntilUtc) is { } until && until > now)
                {
                    return until - now;
                }

                var failures = (row?.Failures ?? 0) + 1;
                await unit.ExecuteAsync(
                    """
                    INSERT INTO users_failure (name_hash, failures, last_utc, until_utc) VALUES (@key, @failures, @now, @until)
                    ON CONFLICT (name_hash) DO UPDATE SET failures = excluded.failures, last_utc = excluded.last_utc, until_utc = excluded.until_utc
                    """,
                    new { key, failures, now = Utc.Column(now), until = Utc.Column(now + After(failures)) });
                return TimeSpan.Zero;
            },
            token);
    }

    /// <summary>Forgets the failures of a name whose password was right.</summary>
    public Task ForgetAsync(string normalizedName, CancellationToken token) =>
        database.WriteAsync(unit => unit.ExecuteAsync("DELETE FROM users_failure WHERE name_hash = @key", new { key = Key(normalizedName) }), token);

    /// <summary>Notes a refused attempt. The same write for a known and an unknown name.</summary>
    public async Task NoteAsync(string accountId, string network, CancellationToken token)
    {
        await database.WriteAsync(unit => audit.WriteAsync(unit, "", "sign-in-failed", accountId, network), token);
        audit.Refused(accountId, network, delayed: false);
    }

    private static string Key(string normalizedName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalizedName)));

    private sealed class Row
    {
        public long Failures { get; init; }

        public string UntilUtc { get; init; } = "";
    }
}
