using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Display.SafeHtml;

/// <summary>The words of a Markdown text without its marks, for search and summaries. Plain text: it is to be encoded like any other.</summary>
public static class MarkdownText
{
    /// <summary>One line per paragraph, heading, list entry or table cell. A text that can not be parsed comes back as it is.</summary>
    public static string ToPlainText(string markdown)
    {
        if (MarkdownSource.Parse(markdown).Document is not { } document)
        {
            return markdown;
        }

        var text = new StringBuilder();
        foreach (var node in document.Descendants())
        {
            Append(text, node);
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, MarkdownObject node)
    {
        switch (node)
        {
            case CodeBlock code:
                text.Append('\n').Append(code.Lines.ToString());
                break;
            case LeafBlock:
                text.Append('\n');
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
        }
    }
}
