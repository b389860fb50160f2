using Microsoft.Extensions.Logging;

namespace Cms.Core.Localization;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "{File}({Line}): {Message}; the entry is skipped")]
    public static partial void EntrySkipped(ILogger logger, string file, int line, string message);

    [LoggerMessage(1102, LogLevel.Warning, "{File} can not be read and is skipped")]
    public static partial void FileSkipped(ILogger logger, Exception exception, string file);

    [LoggerMessage(1103, LogLevel.Warning, "{Folder} can not be made: own translations put there later are seen after a restart")]
    public static partial void FolderNotMade(ILogger logger, Exception exception, string folder);

    [LoggerMessage(1104, LogLevel.Warning, "The translation \"{Text}\" of \"{Id}\" asks for other arguments than the text has; the English text is shown")]
    public static partial void ArgumentsDiffer(ILogger logger, string text, string id);
}
