using Microsoft.Extensions.Logging;

namespace Cms.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "API call {Method} {Path} failed")]
    public static partial void CallFailed(ILogger log, Exception e, string method, string path);
}
