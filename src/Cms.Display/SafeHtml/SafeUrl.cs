using System.Text.RegularExpressions;

namespace Cms.Display.SafeHtml;

/// <summary>
/// Decides which addresses a rich text may hold. Browsers drop tabs and line breaks inside an address and control characters around it, and read a backslash
/// as a slash: the address is judged as they would read it, and an odd one is refused rather than mended.
/// </summary>
public static partial class SafeUrl
{
    private const int MaxLength = 2048;

    /// <summary>An address for a link: http, https, mailto, tel, or one of this website. Null when it may not be shown.</summary>
    public static string? ForLink(string? typed)
    {
        if (Plain(typed) is not { } url)
        {
            return null;
        }

        return SchemeOf(url) switch
        {
            null => IsSameSite(url) ? url : null,
            "http" or "https" => IsWeb(url) ? url : null,
            "mailto" => MailAddress().IsMatch(url) ? url : null,
            "tel" => Telephone().IsMatch(url) ? url : null,
            _ => null,
        };
    }

    /// <summary>An address for a picture: of this website only, so that no reader's visit is told to another host.</summary>
    public static string? ForPicture(string? typed) => Plain(typed) is { } url && SchemeOf(url) is null && IsSameSite(url) ? url : null;

    /// <summary>True for a web address on another host than the website's.</summary>
    public static bool IsExternal(string url, string? siteHost) =>
        SchemeOf(url) is "http" or "https" && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && string.Equals(uri.Host, siteHost, StringComparison.OrdinalIgnoreCase));

    private static string? Plain(string? typed)
    {
        var url = typed?.Trim(' ', '\t', '\r', '\n', '\f');
        return url is { Length: > 0 and <= MaxLength } && !url.Any(IsOdd) ? url : null;
    }

    /// <summary>Control, format (zero width, direction) and private characters, spaces, lone surrogates, and those that only tricks need.</summary>
    private static bool IsOdd(char c) => c is '\\' or '<' or '>' or '"' or '`' or '{' or '}' or '|' or '^' or '\uFFFD' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.OtherNotAssigned;

    /// <summary>What stands before the first colon, if that colon comes before any slash, question mark or hash; lower case.</summary>
    private static string? SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && url[end] == ':' ? url[..end].ToLowerInvariant() : null;
    }

    private static bool IsSameSite(string url) => !url.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Two slashes, a host, no user name (<c>https://bank@elsewhere</c>).</summary>
    private static bool IsWeb(string url) =>
        WebStart().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    [GeneratedRegex("^https?://[^/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebStart();

    /// <summary>One recipient, and nothing that a mail program would take for further headers.</summary>
    [GeneratedRegex(@"^mailto:[\w.!#$&'*+/=~-]{1,64}@[\w.-]{1,255}(?:\?subject=[\w.~%'!*()-]{0,300})?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^tel:\+?[0-9().-]{2,24}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telephone();
}
