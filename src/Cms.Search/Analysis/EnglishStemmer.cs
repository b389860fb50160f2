namespace Cms.Search.Analysis;

/// <summary>
/// The Porter2 (Snowball English) stemmer, from its published description. R1 is what follows the first consonant after a vowel, R2 the same within R1.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> _exceptions = new(StringComparer.Ordinal)
    {
        { "skis", "ski" }, { "skies", "sky" }, { "idly", "idl" }, { "gently", "gentl" }, { "ugly", "ugli" }, { "early", "earli" }, { "only", "onli" },
        { "singly", "singl" }, { "sky", "sky" }, { "news", "news" }, { "howe", "howe" }, { "atlas", "atlas" }, { "cosmos", "cosmos" }, { "bias", "bias" },
        { "andes", "andes" },
    };

    private static readonly HashSet<string> _keptAfterPlural = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed", "evening",
    };

    private static readonly string[] _longPrefixes = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    /// <summary>Step 2, in R1.</summary>
    private static readonly (string Ending, string Replacement)[] _doubled =
    [
        ("ization", "ize"), ("ational", "ate"), ("ousness", "ous"), ("iveness", "ive"), ("fulness", "ful"), ("tional", "tion"), ("lessli", "less"),
        ("biliti", "ble"), ("iviti", "ive"), ("ousli", "ous"), ("fulli", "ful"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
        ("aliti", "al"), ("ogist", "og"), ("abli", "able"), ("anci", "ance"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("enci", "ence"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    /// <summary>Step 3, in R1.</summary>
    private static readonly (string Ending, string Replacement)[] _derived =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("iciti", "ic"), ("icate", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    /// <summary>Step 4, in R2.</summary>
    private static readonly string[] _last =
        ["ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic"];

    public static string Stem(string word)
    {
        if (word.Length <= 2 || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        if (_exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        word = MarkConsonantY(word);
        var r1 = R1(word);
        var r2 = AfterVowelConsonant(word, r1);
        word = WithoutPlural(word);
        if (_keptAfterPlural.Contains(word))
        {
            return word;
        }

        word = YToI(WithoutVerbEnding(word, r1));
        word = WithoutDoubled(word, r1);
        word = WithoutDerived(word, r1, r2);
        word = WithoutLast(word, r2);
        return WithoutFinal(word, r1, r2).ToLowerInvariant();
    }

    /// <summary>A y that begins the word or follows a vowel is a consonant, written Y until the end.</summary>
    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal))
        {
            return word;
        }

        var letters = word.ToCharArray();
        for (var index = 0; index < letters.Length; index++)
        {
            if (letters[index] == 'y' && (index == 0 || IsVowel(letters[index - 1])))
            {
                letters[index] = 'Y';
            }
        }

        return new string(letters);
    }

    private static int R1(string word)
    {
        var prefix = Array.Find(_longPrefixes, prefix => word.StartsWith(prefix, StringComparison.Ordinal));
        return prefix?.Length ?? AfterVowelConsonant(word, 0);
    }

    private static int AfterVowelConsonant(string word, int from)
    {
        for (var index = from + 1; index < word.Length; index++)
        {
            if (!IsVowel(word[index]) && IsVowel(word[index - 1]))
            {
                return index + 1;
            }
        }

        return word.Length;
    }

    private static string WithoutPlural(string word)
    {
        if (Ends(word, "sses"))
        {
            return word[..^2];
        }

        if (Ends(word, "ied") || Ends(word, "ies"))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }

        if (word[^1] != 's' || Ends(word, "us") || Ends(word, "ss"))
        {
            return word;
        }

        return HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    private static string WithoutVerbEnding(string word, int r1)
    {
        foreach (var ending in (string[])["eedly", "eed"])
        {
            if (Ends(word, ending))
            {
                return word.Length - ending.Length >= r1 ? $"{word[..^ending.Length]}ee" : word;
            }
        }

        foreach (var ending in (string[])["ingly", "edly", "ing", "ed"])
        {
            if (Ends(word, ending))
            {
                return HasVowel(word, word.Length - ending.Length) ? Repaired(word[..^ending.Length], ending, r1) : word;
            }
        }

        return word;
    }

    /// <summary>After a verb ending is gone: hop(p)ing, lik(e)ing, dying.</summary>
    private static string Repaired(string stem, string ending, int r1)
    {
        if (ending == "ing" && stem.Length == 2 && stem[1] == 'y' && !IsVowel(stem[0]))
        {
            return $"{stem[0]}ie";
        }

        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
        {
            return $"{stem}e";
        }

        if (EndsDouble(stem))
        {
            return stem.Length == 3 && stem[0] is 'a' or 'e' or 'o' ? stem : stem[..^1];
        }

        return r1 >= stem.Length && EndsShort(stem) ? $"{stem}e" : stem;
    }

    private static string YToI(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]) ? $"{word[..^1]}i" : word;

    private static string WithoutDoubled(string word, int r1)
    {
        foreach (var (ending, replacement) in _doubled)
        {
            if (!Ends(word, ending))
            {
                continue;
            }

            var before = word.Length - ending.Length;
            var allowed = before >= r1 && ending switch
            {
                "ogi" => before > 0 && word[before - 1] == 'l',
                "li" => before > 0 && word[before - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            return allowed ? $"{word[..before]}{replacement}" : word;
        }

        return word;
    }

    private static string WithoutDerived(string word, int r1, int r2)
    {
        foreach (var (ending, replacement) in _derived)
        {
            if (Ends(word, ending))
            {
                var before = word.Length - ending.Length;
                return before >= (ending == "ative" ? r2 : r1) ? $"{word[..before]}{replacement}" : word;
            }
        }

        return word;
    }

    private static string WithoutLast(string word, int r2)
    {
        foreach (var ending in _last)
        {
            if (Ends(word, ending))
            {
                var before = word.Length - ending.Length;
                var allowed = before >= r2 && (ending != "ion" || (before > 0 && word[before - 1] is 's' or 't'));
                return allowed ? word[..before] : word;
            }
        }

        return word;
    }

    private static string WithoutFinal(string word, int r1, int r2)
    {
        var before = word.Length - 1;
        return word[^1] switch
        {
            'e' when before >= r2 || (before >= r1 && !EndsShort(word[..before])) => word[..before],
            'l' when before >= r2 && word.Length > 1 && word[^2] == 'l' => word[..before],
            _ => word,
        };
    }

    /// <summary>A short syllable at the end: consonant, vowel, consonant other than w, x, Y; or vowel and consonant alone; or "past".</summary>
    private static bool EndsShort(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => word == "past" || (!IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y')),
    };

    private static bool EndsDouble(string word) =>
        word.Length > 1 && word[^1] == word[^2] && word[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private static bool HasVowel(string word, int length)
    {
        for (var index = 0; index < length; index++)
        {
            if (IsVowel(word[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
