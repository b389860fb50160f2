using Microsoft.Extensions.Logging;

namespace Cms.Users;

/// <summary>What the accounts report. Names of accounts stand here, never what was typed.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "{Account} signed in")]
    public static partial void SignedIn(ILogger log, string account);

    [LoggerMessage(4002, LogLevel.Information, "{Account} signed out")]
    public static partial void SignedOut(ILogger log, string account);

    [LoggerMessage(4003, LogLevel.Warning, "Sign-in refused; account \"{AccountId}\", network {Network}, delayed: {Delayed}")]
    public static partial void SignInRefused(ILogger log, string accountId, string network, bool delayed);

    [LoggerMessage(4004, LogLevel.Information, "{Account} has a new password")]
    public static partial void PasswordChanged(ILogger log, string account);

    [LoggerMessage(4005, LogLevel.Information, "{Account} made access token {Token}")]
    public static partial void TokenMade(ILogger log, string account, string token);

    [LoggerMessage(4006, LogLevel.Information, "{Account} revoked access token {Token}")]
    public static partial void TokenRevoked(ILogger log, string account, string token);

    [LoggerMessage(4007, LogLevel.Information, "Access token {Token} of {Account} is in use")]
    public static partial void TokenUsed(ILogger log, string account, string token);

    [LoggerMessage(4008, LogLevel.Warning, "An access token was refused; network {Network}")]
    public static partial void TokenRefused(ILogger log, string network);

    [LoggerMessage(4010, LogLevel.Information, "{Actor} did {Verb} to account {Account}")]
    public static partial void AccountChanged(ILogger log, string actor, string verb, string account);

    [LoggerMessage(4009, LogLevel.Information, "Account {Account} was made with the role {Role}")]
    public static partial void AccountMade(ILogger log, string account, string role);
}
