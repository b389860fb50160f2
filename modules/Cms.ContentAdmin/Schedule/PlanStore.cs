using Cms.Content.Items;
using Cms.Core.Security;
using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin.Schedule;

/// <summary>A publication or withdrawal that is to happen by itself.</summary>
/// <param name="Verb"><see cref="Publish"/> or <see cref="Unpublish"/>.</param>
/// <param name="Revision">What was planned to be published; a draft that is another by then is not.</param>
/// <param name="Problem">Key of the reason why it did not happen; null while it is to come.</param>
public sealed record Plan(string ItemId, string Verb, DateTimeOffset DueUtc, long Revision, long SharedRevision, string AccountId, string AccountName, string? Problem)
{
    public const string Publish = "publish";
    public const string Unpublish = "unpublish";

    /// <summary>True when the item is still what was planned to be published.</summary>
    public bool IsOf(ContentItem item) => Verb == Unpublish || (item.Revision == Revision && item.SharedRevision == SharedRevision);
}

/// <summary>The plans of all items: one publication and one withdrawal each.</summary>
public sealed class PlanStore(IDatabase database, TimeProvider time)
{
    private const string Columns =
        """
        item_id AS "ItemId", verb AS "Verb", due_utc AS "DueUtc", revision AS "Revision", shared_revision AS "SharedRevision", account_id AS "AccountId",
        account_name AS "AccountName", problem AS "Problem"
        """;

    /// <summary>Plans something in the place of what was planned before.</summary>
    public Task SetAsync(ContentItem item, string verb, DateTimeOffset due, Actor actor, CancellationToken token = default) => database.WriteAsync(
        async unit =>
        {
            await unit.ExecuteAsync(
                """
                INSERT INTO admin_plan (item_id, verb, due_utc, revision, shared_revision, account_id, account_name) VALUES (@id, @verb, @due, @revision, @shared, @account, @name)
                ON CONFLICT (item_id, verb) DO UPDATE SET due_utc = excluded.due_utc, revision = excluded.revision, shared_revision = excluded.shared_revision,
                    account_id = excluded.account_id, account_name = excluded.account_name, problem = NULL
                """,
                new { id = item.ContentItemId, verb, due = Utc.Column(due), revision = item.Revision, shared = item.SharedRevision, account = actor.UserId, name = actor.Name });
            await unit.ExecuteAsync(
                "INSERT INTO audit (utc, actor, verb, subject, culture, comment) VALUES (@now, @actor, @verb, @id, @culture, @due)",
                new { now = Utc.Column(time.GetUtcNow()), actor = actor.Name, verb = "plan " + verb, id = item.ContentItemId, culture = item.Culture, due = Utc.Column(due) });
            return true;
        },
        token);

    public Task RemoveAsync(string itemId, string verb, CancellationToken token = default) =>
        database.WriteAsync(unit => unit.ExecuteAsync("DELETE FROM admin_plan WHERE item_id = @itemId AND verb = @verb", new { itemId, verb }), token);

    /// <summary>Notes why a plan did not happen; it stays to be seen.</summary>
    public Task FailAsync(Plan plan, string problem, CancellationToken token = default) => database.WriteAsync(
        unit => unit.ExecuteAsync("UPDATE admin_plan SET problem = @problem WHERE item_id = @ItemId AND verb = @Verb", new { plan.ItemId, plan.Verb, problem }), token);

    public Task<IReadOnlyList<Plan>> OfAsync(string itemId, CancellationToken token = default) => ListAsync("item_id = @itemId ORDER BY due_utc", new { itemId }, token);

    /// <summary>What is to happen by now, the earliest first.</summary>
    public Task<IReadOnlyList<Plan>> DueAsync(DateTimeOffset now, CancellationToken token = default) =>
        ListAsync("due_utc <= @now AND problem IS NULL ORDER BY due_utc, item_id LIMIT 100", new { now = Utc.Column(now) }, token);

    /// <summary>What is to come and what did not happen.</summary>
    public Task<IReadOnlyList<Plan>> AllAsync(int limit, CancellationToken token = default) => ListAsync("1 = 1 ORDER BY due_utc, item_id LIMIT @limit", new { limit }, token);

    private Task<IReadOnlyList<Plan>> ListAsync(string condition, object arguments, CancellationToken token) => database.ReadAsync<IReadOnlyList<Plan>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>($"SELECT {Columns} FROM admin_plan WHERE {condition}", arguments);
            return [.. rows.Select(row => new Plan(row.ItemId, row.Verb, Utc.Parse(row.DueUtc)!.Value, row.Revision, row.SharedRevision, row.AccountId, row.AccountName, row.Problem))];
        },
        token);

    private sealed class Row
    {
        public string ItemId { get; init; } = "";

        public string Verb { get; init; } = "";

        public string DueUtc { get; init; } = "";

        public long Revision { get; init; }

        public long SharedRevision { get; init; }

        public string AccountId { get; init; } = "";

        public string AccountName { get; init; } = "";

        public string? Problem { get; init; }
    }
}
