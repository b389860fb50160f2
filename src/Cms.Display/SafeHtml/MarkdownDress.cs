using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Display.SafeHtml;

/// <summary>Changes a parsed text before it is rendered: levels of headings, internal links, passages in another language.</summary>
internal static partial class MarkdownDress
{
    private const int LowestHeading = 6;

    /// <summary>Outermost headings get the first level, each deeper one the next: an outline without gaps (RGAA 9.1), whatever levels were typed.</summary>
    public static void Headings(MarkdownDocument document, int first)
    {
        var typed = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (typed.TryPeek(out var outer) && outer >= heading.Level)
            {
                typed.Pop();
            }

            typed.Push(heading.Level);
            heading.Level = Math.Clamp(first + typed.Count - 1, 2, LowestHeading);
        }
    }

    public static void Links(MarkdownDocument document, Func<InternalLink, string?>? resolve)
    {
        foreach (var inline in document.Descendants<LinkInline>().ToList())
        {
            if (inline is { IsImage: false, Url: { } url } && Language().Match(url) is { Success: true } match)
            {
                MarkPassage(inline, match.Groups["lang"].Value);
            }
            else if (InternalLink.TryParse(inline.Url, out var link))
            {
                Lead(inline, link, link is null ? null : resolve?.Invoke(link));
            }
        }
    }

    /// <summary><c>[Stadium](lang:en)</c> is no link but a passage in that language.</summary>
    private static void MarkPassage(LinkInline link, string language)
    {
        link.InsertBefore(new HtmlInline($"<span lang=\"{language}\">"));
        link.InsertAfter(new HtmlInline("</span>"));
        ReplaceByText(link);
    }

    private static void Lead(LinkInline inline, InternalLink? link, string? address)
    {
        if (address is null)
        {
            ReplaceByText(inline);
            return;
        }

        inline.Url = link?.Fragment is { } fragment ? $"{address}#{fragment}" : address;
        inline.GetDynamicUrl = null;
    }

    private static void ReplaceByText(LinkInline link)
    {
        link.MoveChildrenAfter(link);
        link.Remove();
    }

    [GeneratedRegex(@"^lang:(?<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Language();
}
