using System.Text.RegularExpressions;

namespace Cms.Display.SafeHtml;

/// <summary>What an internal address points at.</summary>
public enum InternalLinkKind
{
    /// <summary><c>item:&lt;localization set&gt;</c>: shown with the address of the version in the reader's language.</summary>
    Item,

    /// <summary><c>media:&lt;path&gt;</c>: a picture or a document of the media folder.</summary>
    Media,
}

/// <summary>An address inside a text that survives a change of the real one. Written <c>item:4abc</c> or <c>media:plans/a.pdf</c>, an item's also with a fragment.</summary>
/// <param name="Id">Id of the localization set, or path of the file.</param>
/// <param name="Fragment">What follows <c>#</c>, or null.</param>
public sealed partial record InternalLink(InternalLinkKind Kind, string Id, string? Fragment = null)
{
    /// <summary>True for an address that is meant to be internal; <paramref name="link"/> is null when its id is malformed.</summary>
    public static bool TryParse(string? url, out InternalLink? link)
    {
        link = null;
        if (url is null || !Scheme().IsMatch(url))
        {
            return false;
        }

        if (Form().Match(url) is { Success: true } match)
        {
            var kind = match.Groups["kind"].ValueSpan is "item" ? InternalLinkKind.Item : InternalLinkKind.Media;
            link = new InternalLink(kind, match.Groups["id"].Value, match.Groups["fragment"] is { Success: true, Value: var fragment } ? fragment : null);
        }

        return true;
    }

    [GeneratedRegex("^(?:item|media):", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(?:(?<kind>item):(?<id>[A-Za-z0-9_-]{1,64})(?:#(?<fragment>[\w.-]{1,100}))?|(?<kind>media):(?<id>(?!.{201})[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*))\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
