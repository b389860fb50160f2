using System.Text;

namespace Cms.Search.Analysis;

/// <summary>A run of letters and digits in a text.</summary>
/// <param name="Joiner">The character that joins it to the run before it; NUL where a compound starts.</param>
internal readonly record struct Run(int Start, int Length, char Joiner)
{
    public int End => Start + Length;
}

/// <summary>Splits a text into runs of letters and digits. An unpaired surrogate or a control character separates, like a space.</summary>
internal static class Tokenizer
{
    public static IEnumerable<Run> Split(string text)
    {
        var position = 0;
        var previousEnd = -1;
        while (position < text.Length)
        {
            var start = position;
            position += RuneAt(text, position, out var rune);
            if (!Folding.IsWord(rune))
            {
                continue;
            }

            position = EndOfRun(text, position);
            var joiner = start == previousEnd + 1 && previousEnd >= 0 ? JoinerAt(text, previousEnd) : '\0';
            yield return new Run(start, position - start, joiner);
            previousEnd = position;
        }
    }

    private static int EndOfRun(string text, int position)
    {
        while (position < text.Length)
        {
            var length = RuneAt(text, position, out var rune);
            if (!Folding.IsWord(rune) && !Folding.ContinuesWord(rune))
            {
                break;
            }

            position += length;
        }

        return position;
    }

    private static int RuneAt(string text, int position, out Rune rune)
    {
        if (Rune.TryGetRuneAt(text, position, out rune))
        {
            return rune.Utf16SequenceLength;
        }

        rune = new Rune(' ');
        return 1;
    }

    /// <summary>One form for each kind of joiner; NUL where the character separates.</summary>
    private static char JoinerAt(string text, int position) => text[position] switch
    {
        '-' or '\u2010' or '\u2011' => '-',
        '.' or '/' or '_' or '@' or '&' => text[position],
        ',' when IsDigit(text, position - 1) && IsDigit(text, position + 1) => ',',
        var character when Folding.IsApostrophe(character) => '\'',
        _ => '\0',
    };

    private static bool IsDigit(string text, int position) => char.IsAsciiDigit(text[position]);
}
