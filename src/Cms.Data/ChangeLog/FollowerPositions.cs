using Dapper;

namespace Cms.Data;

/// <summary>How far each follower of the change log has come.</summary>
public sealed class FollowerPositions(IDatabase database)
{
    /// <summary>The position saved under a name; the start of the log for a follower that is new, or that a restore made forget.</summary>
    public Task<ChangeLogPosition> ReadAsync(string name, CancellationToken token = default) => database.ReadAsync(
        async connection =>
        {
            var (transaction, number) = await connection.QueryFirstOrDefaultAsync<(long, long)>(
                "SELECT transaction_id, number FROM follower WHERE name = @name", new { name });
            return new ChangeLogPosition(transaction, number);
        },
        token);

    /// <summary>Saves a position in a write of its own, after the follower has made durable what it derived up to there.</summary>
    public Task SaveAsync(string name, ChangeLogPosition position, CancellationToken token = default) => database.WriteAsync(
        unit => unit.ExecuteAsync(
            """
            INSERT INTO follower (name, transaction_id, number) VALUES (@name, @Transaction, @Number)
            ON CONFLICT (name) DO UPDATE SET transaction_id = excluded.transaction_id, number = excluded.number
            """,
            new { name, position.Transaction, position.Number }),
        token);
}
