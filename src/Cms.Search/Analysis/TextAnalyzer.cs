namespace Cms.Search.Analysis;

/// <summary>Turns a text of one culture into terms: the same when it is indexed, asked for and cut into a snippet.</summary>
public sealed class TextAnalyzer
{
    /// <summary>Raise it with every change that gives other terms: an index made by another version is rebuilt.</summary>
    public const int Version = 1;

    /// <summary>Addresses and the like, which nobody types whole, are kept by their words only.</summary>
    private const int MaxParts = 8;

    private static readonly TextAnalyzer _french = new(new FrenchLanguage());
    private static readonly TextAnalyzer _english = new(new EnglishLanguage());
    private static readonly TextAnalyzer _neutral = new(new NeutralLanguage());

    private readonly Language _language;

    private TextAnalyzer(Language language) => _language = language;

    /// <summary>The analyser of a culture (<c>fr</c>, <c>en-GB</c>); one that only folds where the language has none.</summary>
    public static TextAnalyzer For(string culture) => culture.Split('-', 2)[0].ToLowerInvariant() switch
    {
        "fr" => _french,
        "en" => _english,
        _ => _neutral,
    };

    /// <summary>Terms in the order of the text; a joined word or code follows the words it is made of. Any text is taken, also malformed UTF-16.</summary>
    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        var runs = Tokenizer.Split(text).ToList();
        var parts = new List<Part>();
        for (var first = 0; first < runs.Count;)
        {
            var after = first + 1;
            while (after < runs.Count && runs[after].Joiner != '\0')
            {
                after++;
            }

            ReadParts(text, runs, first, after, parts);
            AddWords(tokens, parts);
            AddWhole(tokens, parts);
            AddNumbers(tokens, text, runs, first, after);
            first = after;
        }

        return tokens;
    }

    private void ReadParts(string text, List<Run> runs, int first, int after, List<Part> parts)
    {
        parts.Clear();
        for (var index = first; index < after; index++)
        {
            var run = runs[index];
            var folded = Folding.Fold(text.AsSpan(run.Start, run.Length));
            var afterApostrophe = run.Joiner == '\'' && parts.Count > 0;
            if (folded.Length == 0 || (afterApostrophe && _language.IsEnding(folded)))
            {
                continue;
            }

            var elided = index + 1 < after && runs[index + 1].Joiner == '\'' && _language.IsElided(folded);
            if (!elided || parts.Count > 0)
            {
                parts.Add(new Part(folded, run, elided));
            }
        }
    }

    private void AddWords(List<Token> tokens, List<Part> parts)
    {
        foreach (var (folded, run, elided) in parts)
        {
            if (!elided)
            {
                tokens.Add(new Token(_language.Stem(folded), run.Start, run.Length, TokenKind.Word, _language.IsStopWord(folded)));
            }
        }
    }

    private void AddWhole(List<Token> tokens, List<Part> parts)
    {
        if (parts.Count is < 2 or > MaxParts)
        {
            return;
        }

        var start = parts[0].Run.Start;
        var length = parts[^1].Run.End - start;
        var isCode = parts.Exists(part => part.Folded.Any(char.IsDigit));
        var whole = string.Join(isCode ? "." : "", parts.Select(part => part.Folded));
        whole = whole.Length > Folding.MaxLength ? whole[..Folding.MaxLength] : whole;
        tokens.Add(isCode
            ? new Token(whole, start, length, TokenKind.Code, false)
            : new Token(_language.Stem(whole), start, length, TokenKind.Joined, false));
    }

    private static void AddNumbers(List<Token> tokens, string text, List<Run> runs, int first, int after)
    {
        for (var index = first; index < after; index++)
        {
            var count = DigitGroups.Count(text, runs, index);
            if (count > 0)
            {
                var term = string.Concat(runs.Skip(index).Take(count).Select(run => text.Substring(run.Start, run.Length)));
                tokens.Add(new Token(term, runs[index].Start, runs[index + count - 1].End - runs[index].Start, TokenKind.Code, false));
            }
        }
    }

    private readonly record struct Part(string Folded, Run Run, bool IsElided);
}
