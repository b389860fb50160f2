namespace Cms.Users;

/// <summary>Sentences and words of the account pages by what they are about; what an address asks for that is not here is not shown.</summary>
internal static class AccountNotice
{
    public const string Invited = "invited";
    public const string Saved = "saved";
    public const string Ended = "ended";
    public const string FactorReset = "factor-reset";
    public const string Enabled = "enabled";
    public const string Disabled = "disabled";
    public const string Sent = "sent";
    public const string Confirmed = "confirmed";
    public const string PasswordSet = "password-set";
    public const string FactorOff = "factor-off";
    public const string Asked = "asked";
    public const string Deleted = "deleted";

    /// <summary>English sentence, also its msgid; null for an unknown word.</summary>
    public static string? Text(string? done) => done switch
    {
        Invited => "The invitation is on its way.",
        Saved => "Saved.",
        Ended => "The sign-ins have ended.",
        FactorReset => "The account no longer has a second factor.",
        Enabled => "The account can sign in again.",
        Disabled => "The account can no longer sign in. Its sign-ins, access tokens and links have ended.",
        Sent => "A letter is on its way to the new address. It counts once you confirm it.",
        Confirmed => "The address is confirmed.",
        PasswordSet => "Your password is set. Sign in with it.",
        FactorOff => "Signing in no longer asks for a code.",
        Asked => "If there is such an account, and it has an e-mail address, a letter with a link is on its way.",
        Deleted => "The role is deleted.",
        _ => null,
    };

    public static string Text(AccountStatus status) => status switch
    {
        AccountStatus.Disabled => "Disabled",
        AccountStatus.Invited => "Invited",
        AccountStatus.Waiting => "Waits for its first sign-in",
        _ => "Active",
    };
}
