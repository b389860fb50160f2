using System.Globalization;
using System.Text;

namespace Cms.Search.Analysis;

/// <summary>What characters a word is made of, and the form in which two spellings of one word are the same.</summary>
public static class Folding
{
    /// <summary>Longer words are cut, in the index as in queries, so that no text makes terms without bound.</summary>
    public const int MaxLength = 64;

    private const int ModifierApostrophe = 0x02BC;

    /// <summary>Starts a word, or goes on with it.</summary>
    public static bool IsWord(Rune rune) => rune.Value != ModifierApostrophe && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Goes on with a word without being a letter: combining accents, soft hyphens and the other invisible characters.</summary>
    public static bool ContinuesWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>The typewriter's, the typographic one and those typed for them.</summary>
    public static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or 'ʼ' or '′' or '´' or '`' or '＇';

    /// <summary>
    /// Lower case, without accents, ligatures opened (œ, æ, ﬁ), superscripts and full-width forms made plain. Composed and decomposed spellings give the
    /// same. Empty when nothing but accents or invisible characters was given.
    /// </summary>
    /// <param name="word">Without unpaired surrogates.</param>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength)
        {
            word = word[..(char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        if (IsPlain(word))
        {
            return string.Create(word.Length, word, static (target, source) => source.ToLowerInvariant(target));
        }

        var folded = new StringBuilder(word.Length + 4);
        foreach (var rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsWord(rune))
            {
                Append(folded, Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString();
    }

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters that Unicode does not take apart, opened by hand.</summary>
    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'œ': folded.Append("oe"); break;
            case 'æ': folded.Append("ae"); break;
            case 'ß': folded.Append("ss"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case 'þ': folded.Append("th"); break;
            default: folded.Append(rune.ToString()); break;
        }
    }
}
