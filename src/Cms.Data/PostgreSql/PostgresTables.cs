using Dapper;
using Npgsql;

namespace Cms.Data.PostgreSql;

/// <summary>A table as a copy needs it: names quoted as SQL wants them, generated columns left out.</summary>
internal sealed record PostgresTable(string Name, string Columns);

/// <summary>The tables that a copy holds, parents before the tables that point at them.</summary>
internal static class PostgresTables
{
    // Not copied: what was migrated belongs to the schema, and follower positions to data outside the copy.
    // The transaction of a change-log row means nothing on another server; the row takes that of the restore.
    private const string Tables =
        """
        SELECT quote_ident(c.relname) AS "Name", string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS "Columns"
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype AND c.relname NOT IN ('schema_migration', 'follower')
        GROUP BY c.relname ORDER BY c.relname
        """;

    private const string References =
        """
        SELECT quote_ident(child.relname), quote_ident(parent.relname)
        FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
        WHERE k.contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND child.oid <> parent.oid
        """;

    /// <exception cref="InvalidOperationException">Tables point at each other in a circle.</exception>
    public static async Task<IReadOnlyList<PostgresTable>> ReadAsync(NpgsqlConnection connection)
    {
        var waiting = (await connection.QueryAsync<PostgresTable>(Tables)).AsList();
        var parents = (await connection.QueryAsync<(string Child, string Parent)>(References)).ToLookup(row => row.Child, row => row.Parent);
        var ordered = new List<PostgresTable>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(table => !parents[table.Name].Any(parent => waiting.Exists(other => other.Name == parent)));
            if (ready.Count == 0)
            {
                throw new InvalidOperationException($"Tables point at each other in a circle: {string.Join(", ", waiting.Select(table => table.Name))}.");
            }

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }
}
