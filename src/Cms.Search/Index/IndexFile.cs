using System.Globalization;
using Cms.Search.Analysis;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cms.Search.Index;

/// <summary>
/// The database file of the index. One connection writes, all others are read-only. A file that is missing, damaged or of another version is replaced
/// by an empty one: it holds only what can be derived again.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private const int SchemaVersion = 1;

    // ascii splits on ASCII characters that are no letters or digits and takes all others as letters: with these signs let through, on spaces alone.
    private const string Schema = """
        CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY, localization_set TEXT NOT NULL, culture TEXT NOT NULL,
            content_type TEXT NOT NULL, publisher TEXT, themes TEXT NOT NULL, UNIQUE (localization_set, culture));
        CREATE TABLE texts (
            id INTEGER PRIMARY KEY, content_item_id TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, keywords TEXT, body TEXT NOT NULL);
        CREATE VIRTUAL TABLE title_terms USING fts5(words, codes, tokenize = "ascii tokenchars '.:-'");
        CREATE VIRTUAL TABLE all_terms USING fts5(words, keywords, codes, tokenize = "ascii tokenchars '.:-'");
        CREATE VIRTUAL TABLE vocabulary USING fts5vocab(all_terms, row);
        """;

    /// <summary>How far the index has followed the change log; no row in an empty one.</summary>
    public const string PositionSql = "SELECT value FROM state WHERE name = 'position'";

    private readonly string _readOnly;

    private IndexFile(string path)
    {
        Path = path;
        _readOnly = Settings(path, SqliteOpenMode.ReadOnly, pooling: true);
        Writer = new SqliteConnection(Settings(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
    }

    public string Path { get; }

    /// <summary>The only connection that writes; its user holds the index's gate.</summary>
    public SqliteConnection Writer { get; }

    private static string Version => string.Create(CultureInfo.InvariantCulture, $"{SchemaVersion}.{TextAnalyzer.Version}");

    public static IndexFile Open(string path, ILogger logger)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            var file = new IndexFile(path);
            var fault = file.OpenExisting();
            if (fault is null)
            {
                return file;
            }

            file.Dispose();
            Log.IndexReplaced(logger, path, fault);
        }

        Delete(path);
        var created = new IndexFile(path);
        created.Create();
        return created;
    }

    /// <summary>Looks at a file without making, replacing or writing it.</summary>
    public static IndexCondition Inspect(string path)
    {
        if (!File.Exists(path))
        {
            return new IndexCondition(false, null, null);
        }

        try
        {
            using var reader = new SqliteConnection(Settings(path, SqliteOpenMode.ReadOnly, pooling: false));
            reader.Open();
            var fault = FaultOf(reader);
            return new IndexCondition(true, fault, fault is null ? reader.QuerySingleOrDefault<string>(PositionSql) : null);
        }
        catch (SqliteException exception)
        {
            return new IndexCondition(true, exception.Message, null);
        }
    }

    /// <summary>
    /// Whether an error means that the file can no longer be used, rather than that a statement was wrong. Files that were taken away one after the other while
    /// they were open may leave an empty database, or one that is no longer the writer's.
    /// </summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY
        || exception.Message.Contains("no such table", StringComparison.Ordinal);

    public SqliteConnection OpenReader()
    {
        var reader = new SqliteConnection(_readOnly);
        reader.Open();
        return reader;
    }

    public void Dispose()
    {
        Writer.Dispose();
        using var pooled = new SqliteConnection(_readOnly);
        SqliteConnection.ClearPool(pooled);
    }

    private string? OpenExisting()
    {
        try
        {
            Writer.Open();
            Configure();
            return FaultOf(Writer);
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    private static string? FaultOf(SqliteConnection connection)
    {
        var check = connection.QuerySingle<string>("PRAGMA quick_check(1)");
        if (check != "ok")
        {
            return check;
        }

        var version = connection.QuerySingleOrDefault<string>("SELECT value FROM state WHERE name = 'version'");
        return version == Version ? null : $"version {version ?? "unknown"} instead of {Version}";
    }

    private void Create()
    {
        Writer.Open();
        Configure();
        using var transaction = Writer.BeginTransaction();
        Writer.Execute(Schema, transaction: transaction);
        Writer.Execute("INSERT INTO state (name, value) VALUES ('version', @Version)", new { Version }, transaction);
        transaction.Commit();
    }

    /// <summary>NORMAL: a power cut may lose the last commits but leaves text and position of the one before, and the change log is read again.</summary>
    private void Configure() => Writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000;");

    private static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }

    private static string Settings(string path, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooling, DefaultTimeout = 30 }.ToString();
}

/// <summary>What a look at the index file found.</summary>
/// <param name="Fault">Why the file can not be used; null where it can.</param>
/// <param name="Position">As <see cref="SearchIndex.PositionAsync"/>.</param>
public sealed record IndexCondition(bool Exists, string? Fault, string? Position);
