using Microsoft.Extensions.Logging;

namespace Cms.Core.Hosting;

internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Shell {Number} serves {Features} features")]
    public static partial void ShellServes(ILogger log, int number, int features);

    [LoggerMessage(102, LogLevel.Debug, "Shell {Number} has ended")]
    public static partial void ShellEnded(ILogger log, int number);

    [LoggerMessage(103, LogLevel.Warning, "Stored features that no module declares are left out: {Features}")]
    public static partial void FeaturesUnknown(ILogger log, string features);

    [LoggerMessage(104, LogLevel.Warning, "The warming request for {Path} failed")]
    public static partial void WarmUpFailed(ILogger log, Exception e, string path);

    [LoggerMessage(105, LogLevel.Warning, "Requests of shell {Number} outlived the drain; their connections are cut")]
    public static partial void DrainTookTooLong(ILogger log, int number);

    [LoggerMessage(106, LogLevel.Error, "Requests of shell {Number} do not end; it is disposed under them")]
    public static partial void RequestsLeft(ILogger log, int number);

    [LoggerMessage(107, LogLevel.Error, "Shell {Number} did not end cleanly")]
    public static partial void RetirementFailed(ILogger log, Exception e, int number);

    [LoggerMessage(108, LogLevel.Information, "Features enabled: {Enabled}; disabled: {Disabled}")]
    public static partial void FeaturesChanged(ILogger log, string enabled, string disabled);

    [LoggerMessage(109, LogLevel.Warning, "Nothing is prepared for the first pages of the shell")]
    public static partial void PreparationFailed(ILogger log, Exception e);
}
