using Cms.Content.Items;
using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin;

/// <summary>An item in the bin.</summary>
public sealed record BinnedItem(string ItemId, string Title, string Type, string Culture, string Owner, string? Publisher, DateTimeOffset DeletedUtc, string DeletedBy);

/// <summary>Reads what was deleted; the content store itself never gives it.</summary>
public sealed class BinStore(IDatabase database)
{
    /// <summary>Deleted items, the last one first.</summary>
    public Task<IReadOnlyList<BinnedItem>> ListAsync(int limit, CancellationToken token = default) => database.ReadAsync<IReadOnlyList<BinnedItem>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>(
                """
                SELECT i.item_id AS "ItemId", v.title AS "Title", i.type AS "Type", i.culture AS "Culture", i.owner AS "Owner",
                    (SELECT MIN(r.target) FROM content_reference r WHERE r.set_id = i.set_id AND r.culture = '' AND r.path = 'PublicationPart.Publisher') AS "Publisher", i.deleted_utc AS "DeletedUtc", i.deleted_by AS "DeletedBy"
                FROM content_item i JOIN content_version v ON v.item_id = i.item_id AND v.number = (SELECT MAX(n.number) FROM content_version n WHERE n.item_id = i.item_id)
                WHERE i.deleted_utc IS NOT NULL ORDER BY i.deleted_utc DESC, i.item_id LIMIT @limit
                """,
                new { limit });
            return [.. rows.Select(row => new BinnedItem(row.ItemId, row.Title, row.Type, row.Culture, row.Owner, row.Publisher, Utc.Parse(row.DeletedUtc)!.Value, row.DeletedBy ?? ""))];
        },
        token);

    private sealed class Row
    {
        public string ItemId { get; init; } = "";

        public string Title { get; init; } = "";

        public string Type { get; init; } = "";

        public string Culture { get; init; } = "";

        public string Owner { get; init; } = "";

        public string? Publisher { get; init; }

        public string DeletedUtc { get; init; } = "";

        public string? DeletedBy { get; init; }
    }
}
