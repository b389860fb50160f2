using Cms.Core.Errors;
using Cms.Display.SafeHtml;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Display.Accessibility;

/// <summary>What is found in a text, before it is known which field the text is in.</summary>
internal readonly record struct Found(FindingSeverity Severity, Failure Failure);

/// <summary>Looks through a Markdown text.</summary>
internal static class MarkdownCheck
{
    private const string LanguageScheme = "lang:";

    /// <summary>A line in bold that is longer than this is a sentence, not a heading.</summary>
    private const int LongestHeading = 100;

    /// <param name="language">Language that the text is in.</param>
    public static IEnumerable<Found> Of(string markdown, string language) => MarkdownSource.Parse(markdown).Document is not { } document
        ? []
        : Headings(document).Concat(Links(document)).Concat(Pictures(document)).Concat(Tables(document)).Concat(PassageLanguage.Check(document, language));

    /// <summary>Levels come one after the other, and a heading is marked as one (RGAA 9.1). The first may have any level: the page gives it its place.</summary>
    private static IEnumerable<Found> Headings(MarkdownDocument document)
    {
        var level = int.MaxValue - 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var words = WordsOf(heading.Inline);
            if (words.Length == 0)
            {
                yield return new Found(FindingSeverity.Error, new Failure("accessibility.heading-empty"));
            }
            else if (heading.Level > level + 1)
            {
                yield return new Found(FindingSeverity.Error, new Failure("accessibility.heading-level", null, words, heading.Level, level + 1));
            }

            level = heading.Level;
        }

        foreach (var paragraph in document.OfType<ParagraphBlock>())
        {
            if (paragraph.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2, DelimiterChar: '*' or '_', NextSibling: null } bold && document.LastChild != paragraph
                && WordsOf(bold) is { Length: > 0 and <= LongestHeading } words && words[^1] is not ('.' or '!' or '?' or '…' or '»'))
            {
                yield return new Found(FindingSeverity.Warning, new Failure("accessibility.heading-bold", null, words));
            }
        }
    }

    private static IEnumerable<Found> Links(MarkdownDocument document)
    {
        foreach (var inline in document.Descendants<Inline>())
        {
            var found = inline switch
            {
                AutolinkInline link => LinkWords.Check(link.Url),
                LinkInline { IsImage: false } link when !IsPassage(link) => LinkWords.Check(WordsOf(link)),
                _ => [],
            };
            foreach (var one in found)
            {
                yield return one;
            }
        }
    }

    /// <summary>A picture that is all there is of a link is judged with the link's words.</summary>
    private static IEnumerable<Found> Pictures(MarkdownDocument document) => document.Descendants<LinkInline>()
        .Where(link => link.IsImage && !(link.Parent is LinkInline outer && WordsOf(outer).Length == 0))
        .SelectMany(link => PictureText.Check(WordsOf(link)));

    /// <summary>Every column says what is in it (RGAA 5.6); the first may be empty above names of rows.</summary>
    private static IEnumerable<Found> Tables(MarkdownDocument document)
    {
        var number = 0;
        foreach (var table in document.Descendants<Table>())
        {
            number++;
            if (table.FirstOrDefault() is TableRow header && header.OfType<TableCell>().Skip(header.Count > 1 ? 1 : 0).Any(IsEmpty))
            {
                yield return new Found(FindingSeverity.Error, new Failure("accessibility.table-header", null, number));
            }
        }
    }

    private static bool IsEmpty(TableCell cell) => cell.Descendants<LeafBlock>().All(block => WordsOf(block.Inline).Length == 0);

    public static bool IsPassage(LinkInline link) => link.Url?.StartsWith(LanguageScheme, StringComparison.Ordinal) == true;

    /// <summary>The words that a reader hears, alternative texts among them.</summary>
    public static string WordsOf(ContainerInline? container) => container is null ? "" : string.Concat(container.Descendants<Inline>().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    })).Trim();
}
