using Microsoft.Extensions.Logging;

namespace Cms.Content;

/// <summary>What the content engine reports.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "Follower {Follower} of the change log failed; it will be tried again")]
    public static partial void FollowerFailed(ILogger log, Exception exception, string follower);
}
