using Microsoft.Extensions.Logging;

namespace Cms.Mail;

/// <summary>What happens to letters. They are named by their ids: an address is personal, and a text may hold a link that opens an account.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Information, "Letter {Id} was sent")]
    public static partial void LetterSent(ILogger log, string id);

    [LoggerMessage(4102, LogLevel.Warning, "Letter {Id} could not be sent at try {Try}; the next one follows in {Pause}")]
    public static partial void LetterDelayed(ILogger log, Exception e, string id, long @try, TimeSpan pause);

    [LoggerMessage(4103, LogLevel.Error, "Letter {Id} was given up after {Tries} tries")]
    public static partial void LetterGivenUp(ILogger log, Exception e, string id, long tries);

    [LoggerMessage(4104, LogLevel.Error, "Letter {Id} was given up: it was sealed with keys that are gone")]
    public static partial void LetterUnreadable(ILogger log, string id);

    [LoggerMessage(4105, LogLevel.Error, "The letters that wait can not be looked at now")]
    public static partial void OutboxFailed(ILogger log, Exception e);
}
