using Cms.Content.Items;
using Cms.Data;
using Dapper;

namespace Cms.Mail;

/// <summary>A letter that waits.</summary>
/// <param name="Letter">Sealed, see <see cref="Outbox"/>.</param>
/// <param name="Tries">How often it was tried, this time included.</param>
internal sealed record WaitingLetter(string Id, string Letter, long Tries);

/// <summary>The letters' way through the table.</summary>
internal sealed class OutboxStore(IDatabase database, TimeProvider time)
{
    public const string Waiting = "waiting";
    private const string Sent = "sent";
    private const string GivenUp = "given-up";

    /// <summary>How long lines without their letters are kept.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromDays(30);

    /// <summary>Takes the letter that is due the longest, so that nobody else takes it until <paramref name="again"/> after this try; null when none is due.</summary>
    public async Task<WaitingLetter?> TakeAsync(Func<long, TimeSpan> again, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<Row>(
                """
                SELECT id AS "Id", letter AS "Letter", tries AS "Tries", next_utc AS "NextUtc" FROM mail_outbox
                WHERE state = @Waiting AND next_utc <= @now ORDER BY next_utc LIMIT 1
                """,
                new { Waiting, now = Utc.Column(now) }),
            token);
        if (due is null)
        {
            return null;
        }

        var tries = due.Tries + 1;
        var mine = await database.WriteAsync(
            unit => unit.ExecuteAsync(
                "UPDATE mail_outbox SET tries = @tries, next_utc = @next WHERE id = @Id AND state = @Waiting AND next_utc = @NextUtc",
                new { due.Id, due.NextUtc, Waiting, tries, next = Utc.Column(now + again(tries)) }),
            token);

        // Another process was faster: it sends it.
        return mine == 1 ? new WaitingLetter(due.Id, due.Letter, tries) : await TakeAsync(again, token);
    }

    public Task SentAsync(string id, CancellationToken token) => EndAsync(id, Sent, token);

    public Task GiveUpAsync(string id, CancellationToken token) => EndAsync(id, GivenUp, token);

    /// <summary>Letters given up and letters that failed at least once and still wait.</summary>
    public Task<(long GivenUp, long Delayed)> TroublesAsync(CancellationToken token) => database.ReadAsync(
        c => c.QueryFirstAsync<(long, long)>(
            """
            SELECT (SELECT COUNT(*) FROM mail_outbox WHERE state = @GivenUp), (SELECT COUNT(*) FROM mail_outbox WHERE state = @Waiting AND tries > 1)
            """,
            new { GivenUp, Waiting }),
        token);

    private Task EndAsync(string id, string state, CancellationToken token) => database.WriteAsync(
        async unit =>
        {
            await unit.ExecuteAsync("UPDATE mail_outbox SET state = @state, letter = '' WHERE id = @id", new { id, state });
            await unit.ExecuteAsync(
                $"DELETE FROM mail_outbox WHERE {unit.Dialect.IsAmong("state", "@ended")} AND next_utc < @oldest",
                new { ended = new[] { Sent, GivenUp }, oldest = Utc.Column(time.GetUtcNow() - _memory) });
        },
        token);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Letter { get; init; } = "";

        public long Tries { get; init; }

        public string NextUtc { get; init; } = "";
    }
}
