using Microsoft.Extensions.Logging;

namespace Cms.Search;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The search index {Path} can not be used and is made anew, empty: {Fault}")]
    public static partial void IndexReplaced(ILogger logger, string path, string fault);
}
