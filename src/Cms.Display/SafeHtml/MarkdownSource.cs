using Cms.Core.Errors;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace Cms.Display.SafeHtml;

/// <summary>Parses Markdown with the extensions that texts may use: tables, struck, raised and lowered text, bare addresses. No HTML, no attributes.</summary>
internal static class MarkdownSource
{
    /// <summary>Longest text, in characters; the cost of some texts grows faster than their length.</summary>
    public const int MaxLength = 200_000;

    private const int MaxCells = HtmlRules.MaxElements;

    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
        .UseAutoLinks()
        .DisableHtml()
        .Build();

    /// <summary>The parsed text, or why it can not be.</summary>
    public static (MarkdownDocument? Document, Failure? Failure) Parse(string markdown)
    {
        if (markdown.Length > MaxLength)
        {
            return (null, HtmlLimitException.TooLong(MaxLength).Failure);
        }

        if (MostCells(markdown) > MaxCells)
        {
            return (null, HtmlLimitException.TooDeep().Failure);
        }

        try
        {
            return (Markdown.Parse(markdown, Pipeline), null);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that elements nest too deep.
            return (null, HtmlLimitException.TooDeep().Failure);
        }
    }

    /// <summary>
    /// How many table cells a text can make at most. Every row is filled up to the widest one, so a wide line and many short ones multiply: 90 KB would
    /// make 500 million cells.
    /// </summary>
    private static long MostCells(ReadOnlySpan<char> markdown)
    {
        long cells = 0;
        long lines = 0;
        var widest = 0;
        foreach (var line in markdown.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                cells += lines * widest;
                (lines, widest) = (0, 0);
                continue;
            }

            lines++;
            widest = Math.Max(widest, line.Count('|'));
        }

        return cells + lines * widest;
    }

    /// <summary>The markup, not yet safe, or null when it nests too deep to be written.</summary>
    public static string? ToHtml(MarkdownDocument document)
    {
        try
        {
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // As above.
            return null;
        }
    }
}
