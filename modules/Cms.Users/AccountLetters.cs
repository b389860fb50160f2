using System.Globalization;
using Cms.Core.Hosting;
using Cms.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Cms.Users;

/// <summary>What the website writes to people about their accounts, in their language. Links start at <c>Cms:BaseUrl</c>, whatever a request names as its host.</summary>
public sealed class AccountLetters(WebsiteSettings website, IStringLocalizer<Startup> localizer)
{
    private readonly string _host = website.BaseUrl.Authority;

    public Letter Invitation(Account account, string to, string secret) => Write(account, to, () => (
        localizer["Your account on {0}", _host],
        [
            localizer["An account with the name {0} was made for you on {1}.", account.Name, _host],
            localizer["Choose its password within seven days; the link works once:"],
            Link("/login/reset", secret),
            localizer["If you do not know why you get this letter, you need not do anything."],
        ]));

    public Letter Reset(Account account, string to, string secret) => Write(account, to, () => (
        localizer["A new password for {0}", _host],
        [
            localizer["Somebody, probably you, asked for a new password for the account {0} on {1}.", account.Name, _host],
            localizer["Choose it within one hour; the link works once:"],
            Link("/login/reset", secret),
            localizer["If it was not you, you need not do anything: your password stays as it is."],
        ]));

    public Letter PasswordChanged(Account account, string to) => Write(account, to, () => (
        localizer["Your password for {0} was changed", _host],
        [
            localizer["The password of the account {0} on {1} was changed. All its sign-ins have ended.", account.Name, _host],
            localizer["If it was not you, choose a new one at once and tell an administrator:"],
            Link("/login/forgotten"),
        ]));

    /// <param name="to">The new address.</param>
    public Letter Confirmation(Account account, string to, string secret) => Write(account, to, () => (
        localizer["Is this your address?"],
        [
            localizer["This address was given for the account {0} on {1}. Confirm it within 24 hours:", account.Name, _host],
            Link("/login/email", secret),
            localizer["If you do not know why you get this letter, you need not do anything."],
        ]));

    /// <param name="to">The address until now.</param>
    public Letter AddressChanged(Account account, string to) => Write(account, to, () => (
        localizer["Your e-mail address for {0} was changed", _host],
        [
            localizer["The account {0} on {1} has another e-mail address now; this one is no longer used.", account.Name, _host],
            localizer["If it was not you, tell an administrator."],
        ]));

    /// <param name="on">False when it was turned off.</param>
    public Letter FactorChanged(Account account, string to, bool on) => Write(account, to, () => (
        localizer["Signing in to {0} was changed", _host],
        [
            on
                ? localizer["The account {0} on {1} asks for a code after the password from now on.", account.Name, _host]
                : localizer["The account {0} on {1} no longer asks for a code after the password.", account.Name, _host],
            localizer["If it was not you, tell an administrator."],
        ]));

    private Letter Write(Account account, string to, Func<(string Subject, string[] Paragraphs)> text)
    {
        var culture = website.Cultures.Supports(account.Culture) ? account.Culture : website.Cultures.Default;
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = website.Cultures.Format(culture);
            var (subject, paragraphs) = text();
            return new Letter(to, subject, string.Join("\n\n", [localizer["Hello,"].Value, .. paragraphs]), culture);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private string Link(string path, string? secret = null) =>
        new Uri(website.BaseUrl, path + (secret is null ? default : QueryString.Create("token", secret))).AbsoluteUri;
}
