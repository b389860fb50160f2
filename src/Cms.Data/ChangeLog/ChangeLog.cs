using System.Globalization;
using Dapper;

namespace Cms.Data;

/// <inheritdoc cref="IChangeLog"/>
public sealed class ChangeLog(IDatabase database, CommitSignal committed, TimeProvider time) : IChangeLog
{
    private Kept? _latest;

    public Task AppendAsync(WriteUnit unit, ChangeLogEntry entry) => unit.ExecuteAsync(
        "INSERT INTO change_log (utc, kind, verb, set_id, culture, subject) VALUES (@utc, @Kind, @Verb, @Set, @Culture, @Subject)",
        new
        {
            utc = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            entry.Kind,
            entry.Verb,
            entry.Set,
            entry.Culture,
            entry.Subject,
        });

    public async Task<IReadOnlyList<LoggedChange>> ReadAsync(ChangeLogPosition after, int limit, CancellationToken token = default)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(new CommandDefinition(
                database.Dialect.ChangeLog.Read, new { after.Transaction, after.Number, limit }, cancellationToken: token)),
            token);
        return [.. rows.Select(row => row.ToChange())];
    }

    public async Task<ChangeLogPosition> LatestAsync(CancellationToken token = default)
    {
        // Asked several times by every page; as long as nothing was committed the answer is the same.
        var epoch = database.Epoch;
        if (epoch is not null && Volatile.Read(ref _latest) is { } kept && kept.Epoch == epoch)
        {
            return kept.Position;
        }

        var position = await ReadLatestAsync(token);
        if (epoch is { } known && database.Epoch == known)
        {
            Volatile.Write(ref _latest, new Kept(known, position));
        }

        return position;
    }

    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        var commit = committed.Next;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(commit, Task.Delay(timeout, time, ended.Token));
        await ended.CancelAsync();
        token.ThrowIfCancellationRequested();
    }

    private async Task<ChangeLogPosition> ReadLatestAsync(CancellationToken token)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(database.Dialect.ChangeLog.Latest, cancellationToken: token)),
            token);
        return row?.Position ?? ChangeLogPosition.Start;
    }

    private sealed record Kept(long Epoch, ChangeLogPosition Position);

    private sealed class Row
    {
        // Absent on SQLite.
        public long Transaction { get; init; }

        public long Number { get; init; }

        public string Utc { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Verb { get; init; } = "";

        public string? Set { get; init; }

        public string? Culture { get; init; }

        public string? Subject { get; init; }

        public ChangeLogPosition Position => new(Transaction, Number);

        public LoggedChange ToChange() => new(
            Position,
            DateTimeOffset.ParseExact(Utc, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            new ChangeLogEntry(Kind, Verb, Set, Culture, Subject));
    }
}
