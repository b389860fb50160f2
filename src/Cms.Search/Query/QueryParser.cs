using System.Text;
using Cms.Search.Analysis;

namespace Cms.Search.Query;

/// <summary>Reads what visitors type. Nothing they write reaches FTS5 as syntax: only analysed words go on, and quotation marks become phrases.</summary>
internal static class QueryParser
{
    public const int MaxLength = 200;
    public const int MaxTerms = 24;

    public static ParsedQuery Parse(string query, TextAnalyzer analyzer)
    {
        var text = Clean(query);
        var clauses = new List<Clause>();
        foreach (var (start, end, quoted) in Segments(text))
        {
            var tokens = analyzer.Analyze(text[start..end]).Select(token => token with { Start = token.Start + start }).ToList();
            clauses.AddRange(quoted ? Phrase(tokens) : Words(tokens));
        }

        var kept = clauses.Exists(clause => !clause.IsStopWord) ? clauses.Where(clause => !clause.IsStopWord) : clauses;
        return new ParsedQuery(text, OpenLast(text, [.. WithinBounds(kept.DistinctBy(clause => clause.Key))]));
    }

    /// <summary>Cuts to length; control characters become spaces, unpaired surrogates (a cut may make one) go.</summary>
    private static string Clean(string query)
    {
        var text = new StringBuilder(MaxLength);
        foreach (var rune in query.AsSpan(0, Math.Min(query.Length, MaxLength)).EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar)
            {
                text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
            }
        }

        return text.ToString();
    }

    /// <summary>Text inside and outside quotation marks; a mark without its partner is no mark.</summary>
    private static IEnumerable<(int Start, int End, bool Quoted)> Segments(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var open = text.AsSpan(position).IndexOfAny('"', '«', '“');
            var close = open < 0 ? -1 : text.AsSpan(position + open + 1).IndexOfAny('"', '»', '”');
            if (close < 0)
            {
                yield return (position, text.Length, false);
                yield break;
            }

            yield return (position, position + open, false);
            yield return (position + open + 1, position + open + 1 + close, true);
            position += open + close + 2;
        }
    }

    private static List<Clause> Phrase(List<Token> tokens)
    {
        var words = tokens.FindAll(token => token.Kind == TokenKind.Word);
        return words.Count > 1 ? [new Clause(words, null, IsPhrase: true, IsOpen: false)] : Words(tokens);
    }

    /// <summary>A joined word or code takes in the words that it is made of, which come before it.</summary>
    private static List<Clause> Words(List<Token> tokens)
    {
        var clauses = new List<Clause>();
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word)
            {
                clauses.Add(new Clause([token], null, IsPhrase: false, IsOpen: false));
                continue;
            }

            var parts = clauses.FindAll(clause => clause.Whole is null && clause.Words[0].Start >= token.Start && clause.Words[0].End <= token.End);
            clauses.RemoveAll(parts.Contains);
            clauses.Add(new Clause([.. parts.SelectMany(part => part.Words)], token, IsPhrase: false, IsOpen: false));
        }

        return clauses;
    }

    private static IEnumerable<Clause> WithinBounds(IEnumerable<Clause> clauses)
    {
        var terms = 0;
        return clauses.TakeWhile(clause => (terms += clause.Words.Count + (clause.Whole is null ? 0 : 1)) <= MaxTerms);
    }

    /// <summary>The last word is open as long as nothing was typed after it.</summary>
    private static List<Clause> OpenLast(string text, List<Clause> clauses)
    {
        if (clauses.Count > 0 && clauses[^1] is { IsPhrase: false } last && (last.Whole ?? last.Words[^1]).End == text.Length)
        {
            clauses[^1] = last with { IsOpen = true };
        }

        return clauses;
    }
}
