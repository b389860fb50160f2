using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Cms.Display.SafeHtml;

/// <summary>Parses markup within the limits and walks it without recursion, so that no markup can exhaust the stack.</summary>
internal static class HtmlTree
{
    private const int ParserDepth = 1800;

    /// <exception cref="HtmlLimitException">Too long, too deep, or too many elements.</exception>
    public static IElement Parse(string html)
    {
        if (html.Length > HtmlRules.MaxLength)
        {
            throw HtmlLimitException.TooLong(HtmlRules.MaxLength);
        }

        if (!HtmlDepth.IsWithin(html, HtmlRules.MaxDepth))
        {
            throw HtmlLimitException.TooDeep();
        }

        var elements = 0;
        var options = new HtmlParserOptions
        {
            MaximumDepth = ParserDepth,
            OnCreated = (_, _) => elements = elements < HtmlRules.MaxElements ? elements + 1 : throw HtmlLimitException.TooDeep(),
        };
        return new HtmlParser(options).ParseDocument(html).Body!;
    }

    /// <summary>Every node under the root in document order; the second value is true when the walk leaves an element.</summary>
    /// <param name="enter">Tells whether the walk goes into an element.</param>
    public static IEnumerable<(INode Node, bool Leaving)> Walk(INode root, Func<IElement, bool> enter)
    {
        var node = root.FirstChild;
        while (node is not null && node != root)
        {
            yield return (node, false);
            if (node is IElement element && enter(element))
            {
                if (node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                yield return (node, true);
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                if (node != root)
                {
                    yield return (node, true);
                }
            }

            node = node == root ? null : node.NextSibling;
        }
    }
}
