using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin.Editor;

/// <summary>Reads what the shared fields of a set were when a form was made.</summary>
public sealed class EditorVersions(IDatabase database)
{
    /// <summary>The newest version in any language of a set; empty for a set without one.</summary>
    public async Task<string> NewestAsync(string set, CancellationToken token) =>
        await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>(
                """
                SELECT v.version_id FROM content_version v JOIN content_item i ON i.item_id = v.item_id
                WHERE i.set_id = @set ORDER BY v.utc DESC, v.number DESC LIMIT 1
                """,
                new { set }),
            token) ?? "";

    /// <summary>The shared document that was written with a version; null where the set has no such version.</summary>
    public Task<byte[]?> SharedAsync(string set, string version, CancellationToken token) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<byte[]?>(
                $"""
                SELECT {database.Dialect.JsonOut("v.shared")} FROM content_version v JOIN content_item i ON i.item_id = v.item_id
                WHERE v.version_id = @version AND i.set_id = @set
                """,
                new { set, version }),
            token);
}
