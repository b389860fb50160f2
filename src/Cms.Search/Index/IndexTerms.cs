using System.Text;
using Cms.Search.Analysis;

namespace Cms.Search.Index;

/// <summary>
/// Writes terms as FTS5 is fed with them and asked for them. Every term carries its culture (<c>fr:programm</c>), so that one table holds all languages
/// and a word never meets its namesake in another.
/// </summary>
internal sealed class IndexTerms(string culture)
{
    /// <summary>What every term of the culture begins with.</summary>
    public string Tag { get; } = $"{culture.ToLowerInvariant()}:";

    public TextAnalyzer Analyzer { get; } = TextAnalyzer.For(culture);

    /// <summary>Words in their order; joined words and codes apart, lest they stand between the words of a phrase.</summary>
    public (string Words, string Codes) Write(params IEnumerable<string?> texts)
    {
        var words = new StringBuilder();
        var codes = new StringBuilder();
        foreach (var text in texts.OfType<string>())
        {
            foreach (var token in Analyzer.Analyze(text))
            {
                var target = token.Kind == TokenKind.Word ? words : codes;
                target.Append(Tag).Append(token.Term).Append(' ');
            }
        }

        return (words.ToString(), codes.ToString());
    }

    /// <summary>A term, or several in a row, as an FTS5 string. Terms hold no quotation mark by their making; one would be doubled.</summary>
    public string Quote(params IEnumerable<string> terms) =>
        $"\"{string.Join(' ', terms.Select(term => Tag + term)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
