using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Display.SafeHtml;

/// <summary>The internal links and pictures of a text: what it is recorded to refer to, and what is looked up before it is shown.</summary>
public static class MarkdownLinks
{
    /// <summary>Each once, in the order of the text; none for a text that can not be rendered.</summary>
    public static IReadOnlyList<InternalLink> Find(string markdown) => MarkdownSource.Parse(markdown).Document is { } document
        ? [.. document.Descendants<LinkInline>().Select(inline => InternalLink.TryParse(inline.Url, out var link) ? link : null).OfType<InternalLink>().Distinct()]
        : [];
}
