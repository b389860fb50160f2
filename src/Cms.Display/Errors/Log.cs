using Microsoft.Extensions.Logging;

namespace Cms.Display.Errors;

/// <summary>What display reports.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "The answer to {Path} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string path);
}
