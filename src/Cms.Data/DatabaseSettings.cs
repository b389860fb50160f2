using Cms.Core.Errors;

namespace Cms.Data;

/// <summary>Where the main store is: <c>Cms:DataPath</c> and section <c>Cms:Database</c>.</summary>
public sealed class DatabaseSettings
{
    public const string ProviderKey = "Cms:Database:Provider";
    public const string ConnectionStringKey = "Cms:Database:ConnectionString";
    public const string DataPathKey = "Cms:DataPath";

    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSQL";

    /// <summary><see cref="Sqlite"/> or <see cref="PostgreSql"/>, in any case.</summary>
    public string Provider { get; init; } = Sqlite;

    /// <summary>For PostgreSQL only.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The data folder; created when missing.</summary>
    public required string DataPath { get; init; }

    /// <summary>True for a verb beside the running website: the store can not be written to.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The SQLite file in the data folder.</summary>
    public string SqliteFile => Path.Combine(DataPath, "cms.db");

    /// <summary>Creates the data folder and proves that files can be written in it.</summary>
    /// <exception cref="SettingException">It can not be created or written.</exception>
    public void PrepareDataPath()
    {
        try
        {
            Directory.CreateDirectory(DataPath);
            using var probe = new FileStream(
                Path.Combine(DataPath, $".probe-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException(DataPathKey, DataPath, $"name a folder that the program may create and write ({e.Message})");
        }
    }
}
