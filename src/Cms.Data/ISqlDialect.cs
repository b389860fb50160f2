namespace Cms.Data;

/// <summary>All that differs between SQLite and PostgreSQL. Nothing outside an implementation asks which database it is.</summary>
public interface ISqlDialect
{
    /// <summary><c>Sqlite</c> or <c>PostgreSQL</c>, as in <c>Cms:Database:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Column type of a string; compared byte by byte, so that order is the same on both.</summary>
    string Text { get; }

    /// <summary>Column type of a JSON document whose bytes are kept as they were written.</summary>
    string Json { get; }

    /// <summary>Column type of bytes.</summary>
    string Bytes { get; }

    /// <summary>Column type of a whole number of up to 64 bits.</summary>
    string Integer { get; }

    /// <summary>Definition of a primary key column that counts up and never reuses a number.</summary>
    string Identity { get; }

    /// <summary>A UTF-8 <c>byte[]</c> parameter as a value of a <see cref="Json"/> column: <c>JsonIn("@document")</c>.</summary>
    string JsonIn(string parameter);

    /// <summary>A <see cref="Json"/> column as a UTF-8 <c>byte[]</c>: <c>JsonOut("i.document")</c>.</summary>
    string JsonOut(string column);

    /// <summary>Condition that a value is among those of a list parameter: <c>IsAmong("l.set_id", "@sets")</c>.</summary>
    string IsAmong(string column, string parameter);

    /// <summary>
    /// The scalar at a path of member names (or array indexes) inside a <see cref="Json"/> column; null where absent. As text, numbers and booleans are as
    /// they were written; as a number, anything else is null.
    /// </summary>
    /// <exception cref="ArgumentException">A name holds a character that can not stand in a path.</exception>
    string JsonValue(string column, IReadOnlyList<string> path, JsonKind kind);

    /// <summary>
    /// Statements that add a generated column reading a JSON path (SQLite VIRTUAL, PostgreSQL STORED). No index. Where the value is absent the column
    /// holds an empty text or 0, never null: a row with a null key is behind no other one, so that a page after the first would leave it out.
    /// </summary>
    IEnumerable<string> AddGeneratedColumn(string table, string column, string jsonColumn, IReadOnlyList<string> path, JsonKind kind);

    /// <summary>Names of the columns of a table, generated ones too, as a query with one parameter <c>@table</c> and one text column.</summary>
    string ColumnNames { get; }

    /// <summary>
    /// Statement that makes other transactions with the same name in <c>@name</c> wait here until this one ends, so that what is read behind it stays true
    /// up to the commit.
    /// </summary>
    string Turn { get; }

    /// <summary>
    /// Statement, for the end of a write of many rows, that tells the planner how many there are: PostgreSQL finds out by itself within a minute, and until then takes
    /// a table that was filled for an empty one. Null where plans do not go by that.
    /// </summary>
    string? RefreshStatistics { get; }

    /// <summary>The change log's table and queries: numbers become visible in order on the one, and not on the other.</summary>
    ChangeLogSql ChangeLog { get; }
}

/// <summary>Statements of the change log.</summary>
/// <param name="Create">Statements that create the table <c>change_log</c>.</param>
/// <param name="Read">Rows after (<c>@Transaction</c>, <c>@Number</c>) that nothing can precede any more, oldest first, at most <c>@limit</c>.</param>
/// <param name="Latest">The place of the newest such row.</param>
public sealed record ChangeLogSql(IReadOnlyList<string> Create, string Read, string Latest);

/// <summary>What a value inside JSON is compared as.</summary>
public enum JsonKind
{
    Text,
    Number,
}
