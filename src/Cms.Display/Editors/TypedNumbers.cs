using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Display.Editors;

/// <summary>Numbers as people type them: « 38 000,5 » in French, “38,000.5” in English, and each with a point for the decimals.</summary>
internal static partial class TypedNumbers
{
    public static string Write(decimal? number, CultureInfo culture) => number?.ToString("0.############################", culture) ?? "";

    /// <summary>With thousands set apart, where a number is no year and no code.</summary>
    public static string WriteAmount(decimal? number, CultureInfo culture) => number?.ToString("#,##0.############################", culture) ?? "";

    public static bool TryRead(string text, CultureInfo culture, out decimal number)
    {
        var plain = Spaces().Replace(text, "").Replace('−', '-');
        var decimals = culture.NumberFormat.NumberDecimalSeparator == ",";
        if (decimals)
        {
            plain = plain.Replace(',', '.');
        }
        else if (Grouped().IsMatch(plain))
        {
            plain = plain.Replace(",", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number of an input, null for an empty one; what is no number becomes a failure and leaves the value as it was.</summary>
    public static decimal? Read(FieldSlot slot, string member, decimal? before)
    {
        var text = slot.Text(member).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (TryRead(text, slot.Formats.Numbers, out var number))
        {
            return number;
        }

        slot.Fail("number.malformed", member, text);
        return before;
    }

    [GeneratedRegex(@"\s", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();
}
