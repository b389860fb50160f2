using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;
using Cms.Mail;
using Dapper;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>Where a sign-in came from, as coarse as its owner needs it to know it again.</summary>
/// <param name="Browser">Family of the browser, <c>Firefox</c>; empty for an unknown one.</param>
/// <param name="Network">Not the whole address, see <see cref="ClientNetwork"/>.</param>
public sealed record SessionOrigin(string Browser, string Network)
{
    // The order counts: most browsers also name those that they are like.
    private static readonly (string Mark, string Name)[] _families =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    public static SessionOrigin Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var family = _families.FirstOrDefault(family => agent.Contains(family.Mark, StringComparison.Ordinal)).Name ?? "";
        return new SessionOrigin(family, ClientNetwork.Of(context.Connection.RemoteIpAddress));
    }
}

/// <summary>A sign-in as its owner sees it.</summary>
public sealed record OpenSession(string Id, DateTimeOffset CreatedUtc, DateTimeOffset SeenUtc, string Browser, string Network);

/// <summary>Sign-ins that have not ended. A cookie names one; without its row here the cookie is worth nothing.</summary>
public sealed class SessionStore(IDatabase database, AccountCache cache, AccountAudit audit, Outbox outbox, TimeProvider time)
{
    /// <summary>Longest life of a sign-in, however busy.</summary>
    public static readonly TimeSpan AbsoluteLifetime = TimeSpan.FromHours(12);

    /// <summary>A sign-in that is not used for this long ends.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromHours(1);

    /// <summary>How old the note of a session's last request may be: a page must not cost a write each.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session and returns its id, 128 random bits.</summary>
    /// <param name="origin">What the owner later knows the session by.</param>
    public async Task<string> BeginAsync(Account account, SessionOrigin origin, CancellationToken token)
    {
        var (id, now) = (IdGenerator.NewId(), time.GetUtcNow());
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_session WHERE created_utc < @oldest", new { oldest = Utc.Column(now - AbsoluteLifetime) });
                await unit.ExecuteAsync(
                    "INSERT INTO users_session (id, account_id, created_utc, seen_utc, browser, network) VALUES (@id, @accountId, @utc, @utc, @Browser, @Network)",
                    new { id, accountId = account.Id, utc = Utc.Column(now), origin.Browser, origin.Network });
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

    /// <summary>Notes that a session was used.</summary>
    public async Task SeenAsync(string session, CancellationToken token)
    {
        await database.WriteAsync(unit => unit.ExecuteAsync("UPDATE users_session SET seen_utc = @now WHERE id = @session", new { session, now = Utc.Column(time.GetUtcNow()) }), token);
        cache.Clear();
    }

    /// <summary>True while neither the idle nor the absolute limit is reached.</summary>
    public bool IsOpen(DateTimeOffset created, DateTimeOffset seen)
    {
        var now = time.GetUtcNow();
        return now < created + AbsoluteLifetime && now < seen + IdleLifetime + SeenStep;
    }

    /// <summary>Sign-ins of an account that have not ended, the newest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OfAsync(string accountId, CancellationToken token)
    {
        var rows = await database.ReadAsync(
            c => c.QueryAsync<Row>(
                """
                SELECT id AS "Id", created_utc AS "CreatedUtc", seen_utc AS "SeenUtc", browser AS "Browser", network AS "Network" FROM users_session WHERE account_id = @accountId
                """,
                new { accountId }),
            token);
        return [.. rows.Select(row => row.ToSession()).Where(session => IsOpen(session.CreatedUtc, session.SeenUtc)).OrderByDescending(session => session.CreatedUtc)];
    }

    /// <summary>Ends one session of an account for its owner.</summary>
    /// <exception cref="CmsException">404: the account has no such session.</exception>
    public async Task EndOneAsync(AccountState account, string session, CancellationToken token)
    {
        await database.WriteAsync(
            async unit =>
            {
                if (await unit.ExecuteAsync("DELETE FROM users_session WHERE id = @session AND account_id = @Id", new { session, account.Id }) == 0)
                {
                    throw new CmsException("session.not-found", 404);
                }

                await audit.WriteAsync(unit, account.Name, "session-end", account.Id);
            },
            token);
        cache.Clear();
    }

    /// <summary>Ends every session of an account but the one it is done from.</summary>
    public async Task EndOthersAsync(AccountState account, string own, CancellationToken token)
    {
        await database.WriteAsync(
            async unit =>
            {
                await unit.ExecuteAsync("DELETE FROM users_session WHERE account_id = @Id AND id <> @own", new { account.Id, own });
                await audit.WriteAsync(unit, account.Name, "sessions-end", account.Id);
            },
            token);
        cache.Clear();
    }

    /// <summary>Ends every session of an account inside a transaction; the caller clears <see cref="AccountCache"/> after its commit.</summary>
    internal static Task EndAllAsync(WriteUnit unit, string accountId) => unit.ExecuteAsync("DELETE FROM users_session WHERE account_id = @accountId", new { accountId });

    /// <summary>Ends every session of an account and notes why.</summary>
    /// <param name="letter">Tells the owner.</param>
    public async Task EndAllAsync(string accountId, string verb, string name, OutgoingLetter? letter = null)
    {
        await database.WriteAsync(async unit =>
        {
            await EndAllAsync(unit, accountId);
            await audit.WriteAsync(unit, name, verb, accountId);
            await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
        });
        cache.Clear();
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string CreatedUtc { get; init; } = "";

        public string SeenUtc { get; init; } = "";

        public string Browser { get; init; } = "";

        public string Network { get; init; } = "";

        public OpenSession ToSession() => new(Id, Utc.Parse(CreatedUtc)!.Value, Utc.Parse(SeenUtc) ?? Utc.Parse(CreatedUtc)!.Value, Browser, Network);
    }
}
