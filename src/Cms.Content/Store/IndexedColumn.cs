using Cms.Content.Types;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>The generated column and index of a field declared <c>Indexed</c>: on the item's document, or on the set's where the field is shared.</summary>
internal sealed record IndexedColumn(string Name, bool Shared, bool Natural, IReadOnlyList<string> Path, JsonKind Kind)
{
    public string Table => Shared ? "content_set" : "content_live";

    private string Document => Shared ? "shared" : "document";

    /// <summary>The column of a field; null for a field that is not indexed or can not be.</summary>
    public static IndexedColumn? Of(PartDefinition part, FieldDefinition field) =>
        field.Indexed && FieldTypes.Indexed(field) is { } member
            ? new IndexedColumn(
                "x_" + Letters(part.Name) + "_" + Letters(field.Name),
                field.Shared,
                field.Natural,
                [part.Name, field.Name, member.Member],
                member.Number ? JsonKind.Number : JsonKind.Text)
            : null;

    /// <summary>Adds the columns and indexes that the definitions ask for and the database does not have yet.</summary>
    public static async Task EnsureAsync(WriteUnit unit, IEnumerable<PartDefinition> parts)
    {
        var wanted = parts.SelectMany(part => part.Fields.Select(field => Of(part, field))).OfType<IndexedColumn>().DistinctBy(c => (c.Table, c.Name));
        foreach (var table in wanted.GroupBy(c => c.Table))
        {
            var there = await unit.QueryAsync<string>(unit.Dialect.ColumnNames, new { table = table.Key });
            foreach (var column in table.Where(c => !there.Contains(c.Name)))
            {
                await column.AddAsync(unit);
            }
        }
    }

    private async Task AddAsync(WriteUnit unit)
    {
        foreach (var statement in unit.Dialect.AddGeneratedColumn(Table, Name, Document, Path, Kind))
        {
            await unit.ExecuteAsync(statement);
        }

        await unit.ExecuteAsync(
            Shared
                ? $"CREATE INDEX IF NOT EXISTS {Name}_set ON content_set (type, {Name}, set_id)"
                : $"CREATE INDEX IF NOT EXISTS {Name}_live ON content_live (type, culture, published, {Name}, set_id)");
    }

    /// <summary>Names come from classes and from administrators: only ASCII letters, digits and underscores go into SQL.</summary>
    private static string Letters(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_')).ToLowerInvariant();
}
