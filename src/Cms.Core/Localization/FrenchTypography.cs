using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Core.Localization;

/// <summary>
/// French typography of a text that is shown: thin no-break space before ; ! ? and inside « », no-break space before : % € and units, apostrophes,
/// ellipses, ordinals, n°. Addresses, e-mail, times and code between backquotes stay as they are. Applying it twice changes nothing more.
/// What the author typed is stored as it is. (Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale.)
/// </summary>
public static partial class FrenchTypography
{
    private const char NoBreak = '\u00A0';
    private const char Narrow = '\u202F';
    private const int MatchLimit = 2000;

    // One pass: at each place the first alternative that fits. Look-arounds read the text as typed, so every rule also accepts what it writes.
    private const string Keep = @"(?<keep>`[^`\n]{1,1000}`|(?:https?|ftp|mailto|tel):[^\s«»<>""“”]+|www\.[^\s«»<>""“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})";
    private const string Space = @"[ \u00A0\u202F]";
    private const string High = @"(?=[;!?]{1,9}(?:[\s»""”’)\]…,.]|$))";
    private const string NarrowBefore = $@"(?<narrow>(?<=[^\s(\[«]){Space}+{High}|(?<=[\p{{L}}\p{{N}}»)\]”%€….]){High})";
    private const string Colon = $@"(?<nobreak>(?<=[^\s(\[«]){Space}+(?=:(?:[\s»]|$))|(?<=[\p{{L}}\p{{N}}»)\]”%€….])(?=:(?:[\s»]|$))";
    private const string Signs = $@"|(?<=[^\s(\[«]){Space}+(?=[%‰€](?![\p{{L}}\p{{N}}]))|(?<=\p{{Nd}})(?=[%‰€](?![\p{{L}}\p{{N}}]))";
    private const string Units = $@"|(?<=\p{{Nd}}){Space}+(?=(?:millions?|milliards?|euros?|k€|M€|km|cm|mm|m|ha|kg|g|t|l|h|min|s|ans?|[kMG]o|[MG]bit|kWh|MWh|[kMG]?W|°C)[²³]?(?![\p{{L}}\p{{N}}'’]))"
        + $@"|(?<=\p{{Nd}}{Space}h){Space}+(?=\p{{Nd}}{{2}}(?!\p{{Nd}})))";
    private const string Quotes = $@"(?<open>«{Space}*(?=[^\s»]))|(?<close>(?<=[^\s«]){Space}*»)";
    private const string Apostrophe = @"(?<apostrophe>(?<=\p{L})'(?=[\p{L}\p{N}«“]))";
    private const string Ellipsis = @"(?<ellipsis>(?<![./])\.{3}(?![./]))";
    private const string Ordinal = @"(?<ordinal>(?<![\p{L}\p{N}.…,_/-])(?:(?<rank>1)(?:(?<er>er)|(?<re>[èe]?re))|(?<rank>\p{Nd}{1,9}|[IVX]{2,9})(?:(?<e>i?[èe]me|e|è)|(?<nde>nde)|(?<nd>nd)))(?<s>s?)(?![\p{L}\p{N}]))";
    private const string Numero = $@"(?<numero>(?<![\p{{L}}\p{{N}}])[nN][°º]{Space}*(?=\p{{Nd}}))";

    /// <param name="before">The character that stands before the text, where it is a part of a longer one.</param>
    /// <param name="after">The character that follows.</param>
    public static string Apply(string text, char? before = null, char? after = null)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var whole = $"{before}{text}{after}";
        var start = before is null ? 0 : 1;
        var shown = Rules().Replace(whole, Replacement, -1, start);
        return shown[start..(after is null ? shown.Length : shown.Length - 1)];
    }

    private static string Replacement(Match match)
    {
        var groups = match.Groups;
        return FirstOf(groups) switch
        {
            "narrow" => $"{Narrow}",
            "nobreak" => $"{NoBreak}",
            "open" => $"«{Narrow}",
            "close" => $"{Narrow}»",
            "apostrophe" => "’",
            "ellipsis" => "…",
            "numero" => $"{match.Value[0]}°{NoBreak}",
            "ordinal" => groups["rank"].Value + Suffix(groups),
            _ => match.Value,
        };
    }

    private static string FirstOf(GroupCollection groups)
    {
        string[] rules = ["keep", "narrow", "nobreak", "open", "close", "apostrophe", "ellipsis", "numero", "ordinal"];
        return rules.First(name => groups[name].Success);
    }

    private static string Suffix(GroupCollection groups)
    {
        string[] kinds = ["er", "re", "nde", "nd", "e"];
        var suffix = kinds.First(kind => groups[kind].Success) switch { "er" => "ᵉʳ", "re" => "ʳᵉ", "nde" => "ⁿᵈᵉ", "nd" => "ⁿᵈ", _ => "ᵉ" };
        return groups["s"].Length > 0 ? suffix + "ˢ" : suffix;
    }

    [GeneratedRegex($"{Keep}|{NarrowBefore}|{Colon}{Signs}{Units}|{Quotes}|{Apostrophe}|{Ellipsis}|{Numero}|{Ordinal}", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex Rules();
}

/// <summary>The typography of a language, for plain texts; HTML goes through the renderer of rich texts.</summary>
public static partial class Typography
{
    /// <summary>French has <see cref="FrenchTypography"/>, English only its apostrophes, another language nothing.</summary>
    /// <inheritdoc cref="FrenchTypography.Apply"/>
    public static string Apply(string text, CultureInfo culture, char? before = null, char? after = null) => culture.TwoLetterISOLanguageName switch
    {
        "fr" => FrenchTypography.Apply(text, before, after),
        "en" => EnglishApostrophes().Replace(text, "’"),
        _ => text,
    };

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})", RegexOptions.None, 2000)]
    private static partial Regex EnglishApostrophes();
}
