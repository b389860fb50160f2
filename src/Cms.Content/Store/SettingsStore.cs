using System.Text.Json;
using Cms.Content.Items;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>Settings of the website that administrators and recipes change, each a JSON document by name.</summary>
public sealed class SettingsStore(IDatabase database)
{
    /// <summary>The document of a name; null when it was never set.</summary>
    /// <exception cref="JsonException">The stored document is not of that shape.</exception>
    public async Task<T?> FindAsync<T>(string name, CancellationToken token = default)
        where T : class
    {
        var bytes = await database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<byte[]>($"SELECT {database.Dialect.JsonOut("document")} FROM website_setting WHERE name = @name", new { name }),
            token);
        return bytes is null ? null : JsonSerializer.Deserialize<T>(bytes, PartSerializer.Options);
    }

    /// <summary>Stores a document inside a transaction.</summary>
    public static Task PutAsync<T>(WriteUnit unit, string name, T value)
        where T : class =>
        unit.ExecuteAsync(
            $"""
            INSERT INTO website_setting (name, document, revision) VALUES (@name, {unit.Dialect.JsonIn("@document")}, 1)
            ON CONFLICT (name) DO UPDATE SET document = excluded.document, revision = website_setting.revision + 1
            """,
            new { name, document = JsonSerializer.SerializeToUtf8Bytes(value, PartSerializer.Options) });
}
