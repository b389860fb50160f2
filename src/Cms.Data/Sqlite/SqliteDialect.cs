namespace Cms.Data.Sqlite;

/// <summary>SQLite's ways. JSON is TEXT: a cast from and to BLOB moves its bytes without reading them.</summary>
public sealed class SqliteDialect : ISqlDialect
{
    public string Name => DatabaseSettings.Sqlite;

    public string Text => "TEXT";

    public string Json => "TEXT";

    public string Bytes => "BLOB";

    public string Integer => "INTEGER";

    public string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public string ColumnNames => "SELECT name FROM pragma_table_xinfo(@table) ORDER BY cid";

    // There is one writer: whoever writes has the turn.
    public string Turn => "SELECT @name";

    public string? RefreshStatistics => null;

    public ChangeLogSql ChangeLog { get; } = new(
        [
            """
            CREATE TABLE change_log (
                number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, kind TEXT NOT NULL, verb TEXT NOT NULL,
                set_id TEXT, culture TEXT, subject TEXT)
            """,
        ],
        """
        SELECT number AS "Number", utc AS "Utc", kind AS "Kind", verb AS "Verb", set_id AS "Set", culture AS "Culture", subject AS "Subject"
        FROM change_log WHERE number > @Number ORDER BY number LIMIT @limit
        """,
        """SELECT number AS "Number" FROM change_log ORDER BY number DESC LIMIT 1""");

    public string JsonIn(string parameter) => $"CAST({parameter} AS TEXT)";

    public string JsonOut(string column) => $"CAST({column} AS BLOB)";

    public string IsAmong(string column, string parameter) => $"{column} IN {parameter}";

    public string JsonValue(string column, IReadOnlyList<string> path, JsonKind kind)
    {
        var json = $"{SqlName.Column(column)}, '${string.Concat(path.Select(Step))}'";

        // -> writes numbers and booleans as the document has them; json_extract would turn true into 1 and 1.50 into 1.5.
        return kind == JsonKind.Number
            ? $"CASE WHEN json_type({json}) IN ('integer', 'real') THEN json_extract({json}) END"
            : $"CASE json_type({json}) WHEN 'text' THEN json_extract({json}) WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL "
                + $"ELSE {json.Replace(", ", " -> ", StringComparison.Ordinal)} END";
    }

    public IEnumerable<string> AddGeneratedColumn(string table, string column, string jsonColumn, IReadOnlyList<string> path, JsonKind kind) =>
    [
        $"ALTER TABLE {SqlName.Plain(table)} ADD COLUMN {SqlName.Plain(column)} {(kind == JsonKind.Number ? "NUMERIC" : Text)} "
            + $"GENERATED ALWAYS AS (COALESCE({JsonValue(jsonColumn, path, kind)}, {(kind == JsonKind.Number ? "0" : "''")})) VIRTUAL",
    ];

    private static string Step(string name) => name.All(char.IsAsciiDigit) ? $"[{SqlName.Member(name)}]" : $".\"{SqlName.Member(name)}\"";
}
