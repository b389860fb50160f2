using System.Security.Cryptography;
using System.Text;
using Cms.Content.Fields;
using Cms.Content.Types;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>The generated column and index of a field declared <c>Indexed</c>: on the item's document, or on the set's where the field is shared.</summary>
internal sealed record IndexedColumn(string Name, bool Shared, bool Natural, IReadOnlyList<string> Path, JsonKind Kind)
{
    private const string SetIndex = "_set";
    private const string LiveIndex = "_live";

    public string Table => Shared ? "content_set" : "content_live";

    private string Document => Shared ? "shared" : "document";

    /// <summary>The column of a field; null for a field that is not indexed or can not be.</summary>
    public static IndexedColumn? Of(PartDefinition part, FieldDefinition field) =>
        field.Indexed && FieldTypes.Indexed(field) is { } member
            ? new IndexedColumn(
                $"{Stem(part.Name, field.Name)}_{Letters(member.Member)}",
                field.Shared,
                field.Natural,
                [part.Name, field.Name, member.Member],
                member.Number ? JsonKind.Number : JsonKind.Text)
            : null;

    /// <summary>The column of the last day of an indexed date, which periods are searched by; null for any other field.</summary>
    public static IndexedColumn? LastDay(PartDefinition part, FieldDefinition field) =>
        field.FieldType == nameof(PartialDateField) && Of(part, field) is { } start
            ? start with { Name = $"{Stem(part.Name, field.Name)}_last", Path = [part.Name, field.Name, nameof(PartialDateField.Last)] }
            : null;

    /// <summary>Adds the columns and indexes that the definitions ask for and the database does not have yet.</summary>
    public static async Task EnsureAsync(WriteUnit unit, IEnumerable<PartDefinition> parts)
    {
        var wanted = parts.SelectMany(part => part.Fields.SelectMany(field => new[] { Of(part, field), LastDay(part, field) })).OfType<IndexedColumn>().DistinctBy(c => (c.Table, c.Name));
        foreach (var table in wanted.GroupBy(c => c.Table))
        {
            var there = await unit.QueryAsync<string>(unit.Dialect.ColumnNames, new { table = table.Key });
            foreach (var column in table.Where(c => !there.Contains(c.Name)))
            {
                await column.AddAsync(unit);
            }
        }
    }

    /// <summary>Removes the columns of a field that is no more.</summary>
    public static async Task DropAsync(WriteUnit unit, string part, string field)
    {
        foreach (var (table, suffix) in new[] { ("content_set", SetIndex), ("content_live", LiveIndex) })
        {
            var columns = await unit.QueryAsync<string>(unit.Dialect.ColumnNames, new { table });
            foreach (var column in columns.Where(column => column.StartsWith(Stem(part, field) + "_", StringComparison.Ordinal)))
            {
                await unit.ExecuteAsync($"DROP INDEX IF EXISTS {column}{suffix}");
                await unit.ExecuteAsync($"ALTER TABLE {table} DROP COLUMN {column}");
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
                ? $"CREATE INDEX IF NOT EXISTS {Name}{SetIndex} ON content_set (type, {Name}, set_id)"
                : $"CREATE INDEX IF NOT EXISTS {Name}{LiveIndex} ON content_live (type, culture, published, {Name}, set_id)");
    }

    /// <summary>
    /// Names come from classes and from administrators: only ASCII letters and digits go into SQL. A name that loses something that way, or would be too
    /// long for PostgreSQL, gets a hash of the whole, so that no two fields meet in one column.
    /// </summary>
    private static string Stem(string part, string field)
    {
        var plain = $"x_{Letters(part)}_{Letters(field)}";
        return plain.Length == part.Length + field.Length + 3 && plain.Length <= 44
            ? plain
            : $"x_{Cut(Letters(part))}_{Cut(Letters(field))}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{part}.{field}")))[..8]}";
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Cut(string letters) => letters.Length > 16 ? letters[..16] : letters;
}
