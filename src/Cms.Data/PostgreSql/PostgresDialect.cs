namespace Cms.Data.PostgreSql;

/// <summary>PostgreSQL's ways. JSON is <c>json</c>, which keeps a document's text as it came; <c>jsonb</c> would not.</summary>
public sealed class PostgresDialect : ISqlDialect
{
    public string Name => DatabaseSettings.PostgreSql;

    public string Text => "text COLLATE \"C\"";

    public string Json => "json";

    public string Bytes => "bytea";

    public string Integer => "bigint";

    public string Identity => "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public string ColumnNames =>
        "SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass(@table) AND attnum > 0 AND NOT attisdropped ORDER BY attnum";

    public string Turn => "SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))";

    // A number is given out before its transaction commits, so a higher one can be seen first. A follower therefore goes by transaction, and only as far
    // as the oldest one that still runs.
    public string? RefreshStatistics => "ANALYZE;";

    public ChangeLogSql ChangeLog { get; } = new(
        [
            """
            CREATE TABLE change_log (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
                utc text NOT NULL, kind text NOT NULL, verb text NOT NULL, set_id text, culture text, subject text)
            """,
            "CREATE INDEX change_log_order ON change_log (transaction_id, number)",
        ],
        """
        SELECT transaction_id::text::bigint AS "Transaction", number AS "Number", utc AS "Utc", kind AS "Kind", verb AS "Verb",
            set_id AS "Set", culture AS "Culture", subject AS "Subject"
        FROM change_log
        WHERE (transaction_id, number) > (@Transaction::bigint::text::xid8, @Number) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY transaction_id, number LIMIT @limit
        """,
        """
        SELECT transaction_id::text::bigint AS "Transaction", number AS "Number" FROM change_log
        WHERE transaction_id < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY transaction_id DESC, number DESC LIMIT 1
        """);

    public string JsonIn(string parameter) => $"convert_from({parameter}, 'UTF8')::json";

    public string JsonOut(string column) => $"convert_to({column}::text, 'UTF8')";

    public string IsAmong(string column, string parameter) => $"{column} = ANY ({parameter})";

    public string JsonValue(string column, IReadOnlyList<string> path, JsonKind kind)
    {
        var steps = $"'{{{string.Join(',', path.Select(name => $"\"{SqlName.Member(name)}\""))}}}'";
        var type = $"json_typeof({SqlName.Column(column)} #> {steps})";
        var value = $"{column} #>> {steps}";
        return kind == JsonKind.Number
            ? $"CASE {type} WHEN 'number' THEN ({value})::numeric END"
            : $"CASE WHEN {type} IN ('string', 'number', 'boolean') THEN ({value}) COLLATE \"C\" END";
    }

    public IEnumerable<string> AddGeneratedColumn(string table, string column, string jsonColumn, IReadOnlyList<string> path, JsonKind kind) =>
    [
        $"ALTER TABLE {SqlName.Plain(table)} ADD COLUMN {SqlName.Plain(column)} {(kind == JsonKind.Number ? "numeric" : Text)} "
            + $"GENERATED ALWAYS AS (COALESCE({JsonValue(jsonColumn, path, kind)}, {(kind == JsonKind.Number ? "0" : "''")})) STORED",
    ];
}
