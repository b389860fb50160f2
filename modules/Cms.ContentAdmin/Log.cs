using Microsoft.Extensions.Logging;

namespace Cms.ContentAdmin;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Done as planned: {Verb} of {ItemId}")]
    public static partial void PlanDone(ILogger log, string verb, string itemId);

    [LoggerMessage(2, LogLevel.Warning, "Planned, and not done: {Verb} of {ItemId}: {Reason}")]
    public static partial void PlanFailed(ILogger log, string verb, string itemId, string reason);

    [LoggerMessage(3, LogLevel.Error, "The plans could not be read")]
    public static partial void PlansNotRead(ILogger log, Exception exception);
}
