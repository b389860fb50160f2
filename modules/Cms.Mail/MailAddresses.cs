namespace Cms.Mail;

/// <summary>
/// What counts as an address. Stricter than RFC 5322, whose quoted names, comments and lists are how a second recipient or a header gets in: letters, figures
/// and the usual signs, one @, a host name. A name of a host in other letters is written in its xn-- form.
/// </summary>
public static class MailAddresses
{
    public const int MaxLength = 254;
    private const int MaxLocal = 64;
    private const int MaxLabel = 63;
    private const string Signs = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>True for exactly one address.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: > 2 and <= MaxLength } && text.Split('@') is [{ Length: > 0 and <= MaxLocal } local, { Length: > 0 } host] && IsLocal(local) && IsHost(host);

    private static bool IsLocal(string local) => local.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal)));

    private static bool IsHost(string host) => host.Split('.').All(label =>
        label is { Length: > 0 and <= MaxLabel } && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
