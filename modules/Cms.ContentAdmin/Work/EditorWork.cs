using System.Text.Json;
using Cms.Content.Items;
using Cms.Core.Security;
using Cms.Data;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Cms.ContentAdmin.Work;

/// <summary>A text that somebody typed and did not save.</summary>
/// <param name="Title">What its form was called.</param>
public sealed record KeptWork(string ItemId, string Title, DateTimeOffset KeptUtc);

/// <summary>
/// What people have open, and what they typed before they saved it: one text for each item and person, apart from the history of the item. It goes when
/// its author saves or throws it away, and after <see cref="LongestKept"/>.
/// </summary>
public sealed class EditorWork(IDatabase database, TimeProvider time)
{
    public static readonly TimeSpan LongestKept = TimeSpan.FromDays(30);

    /// <summary>How long somebody counts as being there after the last sign of them.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromMinutes(5);

    /// <summary>Notes that somebody has the item open.</summary>
    public Task SeeAsync(string itemId, Actor actor, CancellationToken token = default) => WriteAsync(itemId, actor.UserId, actor.Name, null, "", token);

    /// <summary>Keeps what was typed, in the place of what was kept before.</summary>
    /// <param name="form">Every input of the form.</param>
    public Task KeepAsync(string itemId, string accountId, string accountName, IFormCollection form, string title, CancellationToken token = default)
    {
        var inputs = form.Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(input => input.Key, input => input.Value.ToArray());
        return WriteAsync(itemId, accountId, accountName, JsonSerializer.SerializeToUtf8Bytes(inputs), title, token);
    }

    /// <summary>The form as it was kept; null where there is none.</summary>
    public async Task<IFormCollection?> FindAsync(string itemId, string accountId, CancellationToken token = default)
    {
        var form = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<byte[]>(
                $"SELECT {database.Dialect.JsonOut("form")} FROM admin_work WHERE item_id = @itemId AND account_id = @accountId AND form IS NOT NULL", new { itemId, accountId }),
            token);
        return form is null ? null : new FormCollection(JsonSerializer.Deserialize<Dictionary<string, string[]>>(form)!.ToDictionary(input => input.Key, input => new StringValues(input.Value)));
    }

    /// <summary>When a text of the item was kept for the person; null where none is.</summary>
    public async Task<DateTimeOffset?> KeptAsync(string itemId, string accountId, CancellationToken token = default) => Utc.Parse(await database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<string>("SELECT kept_utc FROM admin_work WHERE item_id = @itemId AND account_id = @accountId AND form IS NOT NULL", new { itemId, accountId }),
        token));

    /// <summary>A person's texts, the last one first.</summary>
    public Task<IReadOnlyList<KeptWork>> OfAsync(string accountId, int limit, CancellationToken token = default) => database.ReadAsync<IReadOnlyList<KeptWork>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>(
                """
                SELECT item_id AS "ItemId", title AS "Title", kept_utc AS "KeptUtc" FROM admin_work
                WHERE account_id = @accountId AND form IS NOT NULL ORDER BY kept_utc DESC, item_id LIMIT @limit
                """,
                new { accountId, limit });
            return [.. rows.Select(row => new KeptWork(row.ItemId, row.Title, Utc.Parse(row.KeptUtc)!.Value))];
        },
        token);

    /// <summary>Names of the other people who have the item open.</summary>
    public Task<IReadOnlyList<string>> OthersAsync(string itemId, string accountId, CancellationToken token = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>(
            "SELECT account_name FROM admin_work WHERE item_id = @itemId AND account_id <> @accountId AND seen_utc >= @since ORDER BY account_name",
            new { itemId, accountId, since = Utc.Column(time.GetUtcNow() - Presence) })).AsList(),
        token);

    /// <summary>Throws away what was typed, and notes that the item is closed.</summary>
    public Task ForgetAsync(string itemId, string accountId, CancellationToken token = default) => database.WriteAsync(
        unit => unit.ExecuteAsync("DELETE FROM admin_work WHERE item_id = @itemId AND account_id = @accountId", new { itemId, accountId }), token);

    private Task<bool> WriteAsync(string itemId, string accountId, string accountName, byte[]? form, string title, CancellationToken token) => database.WriteAsync(
        async unit =>
        {
            var now = time.GetUtcNow();
            await unit.ExecuteAsync("DELETE FROM admin_work WHERE seen_utc < @old", new { old = Utc.Column(now - LongestKept) });
            await unit.ExecuteAsync(
                $"""
                INSERT INTO admin_work (item_id, account_id, account_name, seen_utc, form, title, kept_utc)
                VALUES (@itemId, @accountId, @accountName, @now, {unit.Dialect.JsonIn("@form")}, @title, @kept)
                ON CONFLICT (item_id, account_id) DO UPDATE SET account_name = excluded.account_name, seen_utc = excluded.seen_utc,
                    form = COALESCE(excluded.form, admin_work.form), kept_utc = COALESCE(excluded.kept_utc, admin_work.kept_utc),
                    title = CASE WHEN excluded.form IS NULL THEN admin_work.title ELSE excluded.title END
                """,
                new { itemId, accountId, accountName, now = Utc.Column(now), form, title, kept = form is null ? null : Utc.Column(now) });
            return true;
        },
        token);

    private sealed class Row
    {
        public string ItemId { get; init; } = "";

        public string Title { get; init; } = "";

        public string KeptUtc { get; init; } = "";
    }
}
