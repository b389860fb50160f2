using System.Text.Json.Nodes;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>Content types and parts composed at run time, kept in Orchard Core's JSON.</summary>
public sealed class DefinitionStore(IDatabase database)
{
    internal const string TypeKind = "type";
    internal const string PartKind = "part";

    public async Task<StoredDefinitions> LoadAsync(CancellationToken token = default)
    {
        var stored = await ReadAsync(token);
        return new StoredDefinitions([.. stored.Where(d => d.Kind == TypeKind).Select(d => d.Json)], [.. stored.Where(d => d.Kind == PartKind).Select(d => d.Json)]);
    }

    /// <summary>The definitions as they were imported, in the order of their names.</summary>
    internal async Task<IReadOnlyList<(string Kind, JsonObject Json)>> ReadAsync(CancellationToken token)
    {
        var rows = await database.ReadAsync(
            c => c.QueryAsync<Row>($"""SELECT kind AS "Kind", {database.Dialect.JsonOut("document")} AS "Document" FROM content_definition ORDER BY name"""),
            token);
        return [.. rows.Select(row => (row.Kind, JsonNode.Parse(row.Document)!.AsObject()))];
    }

    internal static Task PutAsync(WriteUnit unit, string kind, string name, byte[] document) =>
        unit.ExecuteAsync(
            $"""
            INSERT INTO content_definition (kind, name, document) VALUES (@kind, @name, {unit.Dialect.JsonIn("@document")})
            ON CONFLICT (kind, name) DO UPDATE SET document = excluded.document
            """,
            new { kind, name, document });

    internal static Task RemoveAsync(WriteUnit unit, string kind, string name) =>
        unit.ExecuteAsync("DELETE FROM content_definition WHERE kind = @kind AND name = @name", new { kind, name });

    private sealed class Row
    {
        public string Kind { get; init; } = "";

        public byte[] Document { get; init; } = [];
    }
}
