namespace Cms.Search.Analysis;

/// <summary>
/// A light stemmer for folded French words: plurals, feminines and the commonest endings. It leaves what it does not know, because two words taken for
/// one cost a reader more than two forms kept apart.
/// </summary>
internal static class FrenchStemmer
{
    private const int ShortestStemmed = 4;

    /// <summary>Ending, what takes its place, and the fewest letters that must stand before it. The first that fits is taken.</summary>
    private static readonly (string Ending, string Replacement, int Before)[] _endings =
    [
        ("emment", "ent", 2), ("amment", "ant", 2), ("ivement", "if", 3), ("usement", "u", 3), ("ellement", "el", 3), ("ement", "", 4),
        ("trice", "teu", 3), ("euse", "eu", 3), ("eur", "eu", 3),
        ("nnelle", "n", 3), ("nnel", "n", 3), ("elle", "el", 3),
        ("ive", "if", 3), ("iere", "ier", 2), ("ienne", "ien", 2), ("onne", "on", 3), ("enne", "en", 3),
    ];

    /// <summary>Frequent words whose ending is none: a département is no départ.</summary>
    private static readonly HashSet<string> _whole = new(StringComparer.Ordinal) { "departement", "appartement", "logement" };

    public static string Stem(string word)
    {
        if (word.Length < ShortestStemmed || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var stem = WithoutPlural(word);
        if (_whole.Contains(stem))
        {
            return stem;
        }

        return WithoutFinals(WithoutEnding(stem));
    }

    private static string WithoutPlural(string word)
    {
        if (word[^1] == 'x' && word[^2] == 'u')
        {
            return word.Length > 4 && word.EndsWith("aux", StringComparison.Ordinal) && word[^4] != 'e' ? $"{word[..^2]}l" : word[..^1];
        }

        return word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    private static string WithoutEnding(string word)
    {
        foreach (var (ending, replacement, before) in _endings)
        {
            if (word.Length >= ending.Length + before && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), replacement);
            }
        }

        return word;
    }

    /// <summary>Infinitives and participles of the first group, silent e, doubled consonants.</summary>
    private static string WithoutFinals(string word)
    {
        var end = word.Length;
        if (end > 4 && word[end - 1] == 'r' && word[end - 2] is 'e' or 'i')
        {
            end--;
        }

        while (end > 3 && word[end - 1] == 'e')
        {
            end--;
        }

        if (end > 4 && word[end - 1] == 'i')
        {
            end--;
        }

        if (end > 3 && word[end - 1] == word[end - 2] && !char.IsAsciiDigit(word[end - 1]))
        {
            end--;
        }

        return word[..end];
    }
}
