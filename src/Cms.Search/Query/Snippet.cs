using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cms.Search.Analysis;

namespace Cms.Search.Query;

/// <summary>Cuts the part of a text that shows best why it was found.</summary>
internal sealed class Snippet(TextAnalyzer analyzer, QueryPlan plan, int length)
{
    /// <summary>Of longer texts, only the beginning is looked at.</summary>
    private const int MaxScanned = 60_000;

    /// <summary>How much of the text may stand before the first mark.</summary>
    private const int Lead = 40;

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>HTML without any tag but <c>mark</c>; the beginning of the text when nothing in it was asked for.</summary>
    public string Cut(string text)
    {
        var scanned = text.Length > MaxScanned ? text[..MaxScanned] : text;
        var tokens = analyzer.Analyze(scanned);
        var marks = Merge(tokens.Where(IsMarked));
        var (start, end) = Window(scanned, marks);
        var html = new StringBuilder(start > 0 ? "… " : "");
        var position = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            Append(html, scanned, position, mark.Start);
            html.Append("<mark>");
            Append(html, scanned, mark.Start, mark.End);
            html.Append("</mark>");
            position = mark.End;
        }

        Append(html, scanned, position, end);
        return html.Append(end < text.TrimEnd().Length ? " …" : "").ToString();
    }

    private bool IsMarked(Token token) =>
        plan.Marked.Contains(token.Term) || plan.MarkedPrefixes.Exists(prefix => token.Term.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A code and its words lie over one another: one mark.</summary>
    private static List<Mark> Merge(IEnumerable<Token> tokens)
    {
        var marks = new List<Mark>();
        foreach (var token in tokens.OrderBy(token => token.Start).ThenByDescending(token => token.Length))
        {
            if (marks.Count == 0 || token.Start >= marks[^1].End)
            {
                marks.Add(new Mark(token.Start, token.End, token.Term));
            }
        }

        return marks;
    }

    private (int Start, int End) Window(string text, List<Mark> marks)
    {
        var first = Best(marks);
        var start = first is null || first.Value.End < length * 3 / 4 ? 0 : WordStart(text, first.Value.Start - Lead);
        return (start, WordEnd(text, start, start + length));
    }

    /// <summary>The mark from which on most different terms, then most marks, follow within the length.</summary>
    private Mark? Best(List<Mark> marks)
    {
        Mark? best = null;
        var bestValue = (Distinct: 0, All: 0);
        var last = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var first = 0; first < marks.Count; first++)
        {
            while (last < marks.Count && marks[last].End - marks[first].Start <= length - Lead)
            {
                counts[marks[last].Term] = counts.GetValueOrDefault(marks[last].Term) + 1;
                last++;
            }

            var value = (counts.Count, last - first);
            if (value.CompareTo(bestValue) > 0)
            {
                (best, bestValue) = (marks[first], value);
            }

            last = Math.Max(last, first + 1);
            Leave(counts, marks[first].Term);
        }

        return best;
    }

    private static void Leave(Dictionary<string, int> counts, string term)
    {
        var left = counts.GetValueOrDefault(term) - 1;
        if (left > 0)
        {
            counts[term] = left;
        }
        else
        {
            counts.Remove(term);
        }
    }

    /// <summary>The first letter after a space from a place on, if one is near; a text without spaces is cut where it is, never inside a character.</summary>
    private static int WordStart(string text, int from)
    {
        from = Math.Max(from, 0);
        for (var position = from; position > 0 && position < from + Lead; position++)
        {
            if (char.IsWhiteSpace(text[position - 1]) && !char.IsWhiteSpace(text[position]))
            {
                return position;
            }
        }

        return from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int WordEnd(string text, int start, int to)
    {
        if (to >= text.Length)
        {
            return text.Length;
        }

        for (var position = to; position > start + Lead; position--)
        {
            if (char.IsWhiteSpace(text[position]) && !char.IsWhiteSpace(text[position - 1]))
            {
                return position;
            }
        }

        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }

    private static void Append(StringBuilder html, string text, int start, int end)
    {
        var spaced = new StringBuilder(end - start);
        foreach (var character in text.AsSpan(start, end - start))
        {
            if (!char.IsWhiteSpace(character) || character is '\u00A0' or '\u202F')
            {
                spaced.Append(character);
            }
            else if (spaced.Length == 0 || spaced[^1] != ' ')
            {
                spaced.Append(' ');
            }
        }

        html.Append(_encoder.Encode(spaced.ToString()));
    }

    private readonly record struct Mark(int Start, int End, string Term);
}
