using Microsoft.Extensions.Logging;

namespace Cms.Data;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Main store {File}: SQLite {Version}")]
    public static partial void SqliteOpened(ILogger logger, string file, string version);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning,
        Message = "SQLite {Version} has the WAL-reset fault. One connection does all writes here, which keeps clear of it; let no other program write to the file")]
    public static partial void SqliteHasWalResetFault(ILogger logger, string version);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "A group of {Count} writes was lost and its callers told")]
    public static partial void GroupLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The write-ahead log could not be emptied")]
    public static partial void CheckpointFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5, Level = LogLevel.Information, Message = "Main store: PostgreSQL {Version} on {Host}")]
    public static partial void PostgresOpened(ILogger logger, string version, string? host);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "Write runs again after try {Attempt}: {SqlState}")]
    public static partial void WriteRunsAgain(ILogger logger, int attempt, string? sqlState);

    [LoggerMessage(EventId = 7, Level = LogLevel.Information, Message = "Migration {Number} of {Module} applied: {Name}")]
    public static partial void MigrationApplied(ILogger logger, string module, int number, string name);

    [LoggerMessage(EventId = 8, Level = LogLevel.Critical, Message = "The writer stopped; every write fails until the program starts again")]
    public static partial void WriterStopped(ILogger logger, Exception exception);
}
