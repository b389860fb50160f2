namespace Cms.Core.Localization;

/// <summary>Telephone numbers: « 05 59 11 45 33 » to read, <c>tel:+33559114533</c> to call.</summary>
public static class PhoneNumber
{
    private const int NationalLength = 10;

    /// <summary>A French number in pairs of digits; a foreign or unknown one as it was typed.</summary>
    public static string Display(string typed) =>
        French(typed) is { } national ? string.Join(' ', national.Chunk(2).Select(pair => new string(pair))) : typed.Trim();

    /// <summary>The address that calls the number, or null when it is neither French nor has a country prefix (3939).</summary>
    public static string? Link(string typed)
    {
        if (French(typed) is { } national)
        {
            return $"tel:+33{national[1..]}";
        }

        var digits = Digits(typed);
        return digits.StartsWith('+') && digits.Length is > 6 and <= 16 ? $"tel:{digits}" : null;
    }

    /// <summary>The ten digits of a French number, however it was typed: 05.59…, +33 (0)5 59…, 0033 5 59…</summary>
    private static string? French(string typed)
    {
        var digits = Digits(typed.Replace("(0)", "", StringComparison.Ordinal));
        var national = digits.StartsWith("+33", StringComparison.Ordinal) ? $"0{digits[3..]}"
            : digits.StartsWith("0033", StringComparison.Ordinal) ? $"0{digits[4..]}"
            : digits;
        return national.Length == NationalLength && national[0] == '0' && national[1] != '0' ? national : null;
    }

    private static string Digits(string typed)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        return typed.TrimStart().StartsWith('+') ? $"+{digits}" : digits;
    }
}
