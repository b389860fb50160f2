using Microsoft.Extensions.Logging;

namespace Cms.SearchPages;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The search index was filled anew from the content: {Count} documents")]
    public static partial void IndexFilled(ILogger log, long count);
}
