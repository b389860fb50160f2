using Cms.Content.Items;
using Cms.Data;

namespace Cms.Users;

/// <summary>Sign-ins that have not ended. A cookie names one; without its row here the cookie is worth nothing.</summary>
public sealed class SessionStore(IDatabase database, AccountCache cache, AccountAudit audit, TimeProvider time)
{
    /// <summary>Longest life of a sign-in, however busy.</summary>
    public static readonly TimeSpan AbsoluteLifetime = TimeSpan.FromHours(12);

    /// <summary>A sign-in that is not used for this long ends.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromHours(1);

    /// <summary>Begins a session and returns its id, 128 random bits.</summary>
    public async Task<string> BeginAsync(Account account, CancellationToken token)
    {
        var (id, now) = (IdGenerator.NewId(), time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_session WHERE created_utc < @oldest", new { oldest = Utc.Column(now - AbsoluteLifetime) });
                await unit.ExecuteAsync("INSERT INTO users_session (id, account_id, created_utc) VALUES (@id, @accountId, @utc)", new { id, accountId = account.Id, utc = Utc.Column(now) });
                await audit.WriteAsync(unit, account.Name, "sign-in", account.Id);
            },
            token);
        audit.SignedIn(account.Name);
        return id;
    }

    /// <summary>Ends one session.</summary>
    public async Task EndAsync(string session, string accountId, string name, CancellationToken token)
    {
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_session WHERE id = @session", new { session });
                await audit.WriteAsync(unit, name, "sign-out", accountId);
            },
            token);
        cache.Clear();
        audit.SignedOut(name);
    }

    /// <summary>Ends every session of an account and notes why.</summary>
    public async Task EndAllAsync(string accountId, string verb, string name)
    {
        await database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("DELETE FROM users_session WHERE account_id = @accountId", new { accountId });
            await audit.WriteAsync(unit, name, verb, accountId);
        });
        cache.Clear();
    }
}
