using System.Globalization;

namespace Cms.Core.Localization;

/// <summary>
/// Which plural form a count takes, by base language. The rules are built in, as in Orchard Core; a PO file's <c>Plural-Forms</c> header is not read.
/// </summary>
public static class PluralRules
{
    /// <summary>Number of the form, from 0: the index of <c>msgstr[n]</c>.</summary>
    public static int FormOf(CultureInfo culture, long count) => culture.TwoLetterISOLanguageName switch
    {
        "fr" or "oc" or "br" or "hy" => Math.Abs(count) > 1 ? 1 : 0,
        "ja" or "zh" or "ko" or "vi" or "th" => 0,
        "pl" => Polish(count),
        "ru" or "uk" => EastSlavic(count),
        "ar" => Arabic(count),
        _ => count == 1 ? 0 : 1,
    };

    private static int Polish(long count) => count == 1 ? 0 : IsFew(count) ? 1 : 2;

    private static int EastSlavic(long count) => count % 10 == 1 && count % 100 != 11 ? 0 : IsFew(count) ? 1 : 2;

    private static bool IsFew(long count) => count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14;

    private static int Arabic(long count) => (count, count % 100) switch
    {
        (0, _) => 0,
        (1, _) => 1,
        (2, _) => 2,
        (_, >= 3 and <= 10) => 3,
        (_, >= 11) => 4,
        _ => 5,
    };
}
