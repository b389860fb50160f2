using System.Globalization;
using AngleSharp.Dom;
using Cms.Core.Localization;

namespace Cms.Display.SafeHtml;

/// <summary>
/// The typography of a language in the text nodes of clean markup: not in code, and not in a passage whose <c>lang</c> is another language. French
/// ordinals become <c>sup</c>.
/// </summary>
internal static class HtmlTypography
{
    private const string Raised = "ᵉʳˢⁿᵈ";
    private const string Lowered = "ersnd";

    public static string Apply(string html, CultureInfo culture)
    {
        var root = HtmlTree.Parse(html);
        var pieces = Pieces(root, culture);
        var writer = new HtmlWriter();
        foreach (var (node, leaving) in HtmlTree.Walk(root, _ => true))
        {
            if (node is IText text)
            {
                WriteText(writer, text, pieces);
            }
            else if (node is IElement element)
            {
                WriteTag(writer, element, leaving);
            }
        }

        return writer.ToString();
    }

    /// <summary>The text nodes with their language, null where the text stays as it is; a null key stands for a border that no sentence crosses.</summary>
    private static Dictionary<INode, Piece> Pieces(IElement root, CultureInfo culture)
    {
        var pieces = new Dictionary<INode, Piece>();
        var scopes = new Stack<Scope>([new Scope(culture, false, false)]);
        Piece? last = null;
        foreach (var (node, leaving) in HtmlTree.Walk(root, _ => true))
        {
            switch (node)
            {
                case IElement element:
                    last = IsInline(element.LocalName) ? last : null;
                    if (leaving)
                    {
                        scopes.Pop();
                    }
                    else
                    {
                        scopes.Push(scopes.Peek().Within(element));
                    }

                    break;
                case IText { Data.Length: > 0 } text:
                    var piece = new Piece(text.Data, scopes.Peek(), last?.Data[^1]);
                    last?.After = text.Data[0];
                    pieces[text] = last = piece;
                    break;
            }
        }

        return pieces;
    }

    private static bool IsInline(string name) => name is "a" or "abbr" or "b" or "cite" or "code" or "del" or "dfn" or "em" or "i" or "ins" or "kbd" or "mark" or "q" or "s"
        or "samp" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "var" or "wbr";

    private static void WriteText(HtmlWriter writer, IText text, Dictionary<INode, Piece> pieces)
    {
        if (!pieces.TryGetValue(text, out var piece) || piece.Scope.IsCode || piece.Scope.Culture is not { } culture)
        {
            writer.Text(text.Data);
            return;
        }

        var shown = Typography.Apply(text.Data, culture, piece.Before, piece.After);
        if (piece.Scope.IsRaised || culture.TwoLetterISOLanguageName != "fr")
        {
            writer.Text(shown);
            return;
        }

        WriteOrdinals(writer, shown);
    }

    /// <summary>Writes « 1ᵉʳ » as 1<c>sup</c>er: in markup the letters are raised, not replaced.</summary>
    private static void WriteOrdinals(HtmlWriter writer, string text)
    {
        var written = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!Raised.Contains(text[at], StringComparison.Ordinal) || !(char.IsDigit(text[at - 1]) || text[at - 1] is 'I' or 'V' or 'X'))
            {
                continue;
            }

            var end = at;
            while (end < text.Length && Raised.Contains(text[end], StringComparison.Ordinal))
            {
                end++;
            }

            writer.Text(text.AsSpan(written, at - written));
            writer.Open("sup");
            writer.EndOpen(startsWithLineBreak: false);
            writer.Text(new string([.. text[at..end].Select(c => Lowered[Raised.IndexOf(c, StringComparison.Ordinal)])]));
            writer.Close("sup");
            written = at = end;
        }

        writer.Text(text.AsSpan(written));
    }

    private static void WriteTag(HtmlWriter writer, IElement element, bool leaving)
    {
        if (leaving)
        {
            if (!HtmlRules.Void.Contains(element.LocalName))
            {
                writer.Close(element.LocalName);
            }

            return;
        }

        writer.Open(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            writer.Attribute(attribute.Name, attribute.Value);
        }

        writer.EndOpen(startsWithLineBreak: element.FirstChild is IText { Data: ['\n', ..] });
    }

    private sealed record Scope(CultureInfo? Culture, bool IsCode, bool IsRaised)
    {
        public Scope Within(IElement element) => new(
            element.GetAttribute("lang") is { Length: > 0 } lang ? CultureOf(lang) : Culture,
            IsCode || element.LocalName is "code" or "pre" or "kbd" or "samp" or "var",
            IsRaised || element.LocalName is "sup" or "sub");

        private static CultureInfo? CultureOf(string lang)
        {
            var language = lang.Split('-')[0].ToLowerInvariant();
            return language is "fr" or "en" ? CultureInfo.GetCultureInfo(language) : null;
        }
    }

    private sealed class Piece(string data, Scope scope, char? before)
    {
        public string Data { get; } = data;

        public Scope Scope { get; } = scope;

        public char? Before { get; } = before;

        public char? After { get; set; }
    }
}
