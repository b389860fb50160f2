using Cms.Content.Store;
using Cms.Data;

namespace Cms.Content.Migrations;

/// <summary>Carries a <see cref="FieldChange"/> through everything stored, a batch of documents at a time.</summary>
internal static class StoredFields
{
    private const int Batch = 100;

    private static readonly Documents[] _all =
    [
        new("content_live", "item_id", "version_id", "document", "document"),
        new("content_set", "set_id", "set_id", "shared", "shared_draft"),
        new("content_version", "item_id", "version_id", "document", "shared"),
    ];

    public static async Task ApplyAsync(WriteUnit unit, FieldChange change)
    {
        await IndexedColumn.DropAsync(unit, change.Part, change.Field);
        foreach (var documents in _all)
        {
            var ids = await unit.QueryAsync<string>($"SELECT DISTINCT {documents.Id} FROM {documents.Table}");
            foreach (var batch in ids.Chunk(Batch))
            {
                await ApplyAsync(unit, change, documents, batch);
            }
        }

        await MoveReferencesAsync(unit, change);
    }

    private static async Task ApplyAsync(WriteUnit unit, FieldChange change, Documents documents, string[] ids)
    {
        var rows = await unit.QueryAsync<Row>(
            $"""
            SELECT {documents.Id} AS "Id", {documents.Version} AS "Version", {unit.Dialect.JsonOut(documents.First)} AS "First", {unit.Dialect.JsonOut(documents.Second)} AS "Second"
            FROM {documents.Table} WHERE {unit.Dialect.IsAmong(documents.Id, "@ids")}
            """,
            new { ids });
        foreach (var row in rows)
        {
            await PutAsync(unit, documents, documents.First, row, change.Apply(row.First));
            if (documents.Second != documents.First)
            {
                await PutAsync(unit, documents, documents.Second, row, change.Apply(row.Second));
            }
        }
    }

    private static async Task PutAsync(WriteUnit unit, Documents documents, string column, Row row, byte[]? document)
    {
        if (document is not null)
        {
            await unit.ExecuteAsync(
                $"UPDATE {documents.Table} SET {column} = {unit.Dialect.JsonIn("@document")} WHERE {documents.Id} = @Id AND {documents.Version} = @Version",
                new { row.Id, row.Version, document });
        }
    }

    /// <summary>Fields of rows have paths that begin with the list's.</summary>
    private static async Task MoveReferencesAsync(WriteUnit unit, FieldChange change)
    {
        const string Concerned = "(path = @from OR substr(path, 1, @length) = @prefix)";
        var args = new { from = change.Path, prefix = change.Path + ".", length = change.Path.Length + 1, to = change.NewPath };
        if (change.NewPath is not null)
        {
            await unit.ExecuteAsync(
                $"""
                INSERT INTO content_reference (set_id, culture, published, path, kind, target)
                SELECT set_id, culture, published, @to || substr(path, @length), kind, target FROM content_reference WHERE {Concerned}
                ON CONFLICT DO NOTHING
                """,
                args);
        }

        await unit.ExecuteAsync($"DELETE FROM content_reference WHERE {Concerned}", args);
    }

    /// <summary>A table with up to two documents in a row; names of columns, none of them from outside.</summary>
    private sealed record Documents(string Table, string Id, string Version, string First, string Second);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Version { get; init; } = "";

        public byte[]? First { get; init; }

        public byte[]? Second { get; init; }
    }
}
