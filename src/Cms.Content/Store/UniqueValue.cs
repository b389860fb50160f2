using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>A value that one published set of its type and publisher may have.</summary>
/// <param name="Field">Part and field: <c>Agenda21Action.Code</c>.</param>
/// <param name="Key">The value as the column holds it.</param>
/// <param name="Publisher">Set of the publisher; null for an item without one.</param>
internal sealed record UniqueValue(string Field, IndexedColumn Column, string Value, string Key, string? Publisher)
{
    /// <summary>
    /// Last step of a transaction that publishes: of two that publish the same value at the same time, the second waits here and then sees the first. All of
    /// a recipe's items are written before, so that they may exchange their values.
    /// </summary>
    /// <exception cref="RuleException">Another published set has one of the values.</exception>
    public static async Task DemandAsync(WriteUnit unit, IReadOnlyCollection<ContentWrite> writes)
    {
        // All transactions wait for one another in the same order.
        foreach (var name in writes.SelectMany(w => w.Unique.Select(u => u.Turn(w.Item))).Distinct().Order(StringComparer.Ordinal))
        {
            await unit.ExecuteAsync(unit.Dialect.Turn, new { name });
        }

        foreach (var (item, value) in writes.SelectMany(w => w.Unique.Select(u => (w.Item, u))))
        {
            if (await value.IsTakenAsync(unit, item))
            {
                throw new RuleException([value.Failure]);
            }
        }
    }

    public Failure Failure => new("field.not-unique", Field, Value);

    private string Turn(ContentItem item) => $"{item.ContentType} {Field} {Key}";

    private async Task<bool> IsTakenAsync(WriteUnit unit, ContentItem item)
    {
        const string Published = "SELECT 1 FROM content_reference r WHERE r.set_id = l.set_id AND r.published = 1 AND r.path = 'PublicationPart.Publisher' AND r.kind = 'set'";
        var value = Column.Shared
            ? $"SELECT set_id FROM content_set WHERE type = @type AND {Column.Name} = @Key"
            : $"SELECT set_id FROM content_live WHERE type = @type AND published = 1 AND {Column.Name} = @Key";
        var publisher = Publisher is null ? $"NOT EXISTS ({Published})" : $"EXISTS ({Published} AND r.target = @Publisher)";
        return await unit.SingleAsync<long?>(
            $"SELECT 1 FROM content_live l WHERE l.set_id IN ({value}) AND l.published = 1 AND l.set_id <> @set AND {publisher} LIMIT 1",
            new { type = item.ContentType, Key, set = item.LocalizationSet, Publisher }) is not null;
    }
}
