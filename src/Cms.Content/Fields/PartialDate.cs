using System.Globalization;

namespace Cms.Content.Fields;

/// <summary>A year, a month or a day, as precise as it is known.</summary>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">Day of the month, or null.</param>
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>First day that it may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>Last day that it may mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Reads <c>2018</c>, <c>2018-12</c> or <c>2018-12-31</c> (ISO 8601, reduced forms).</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || !TryNumber(parts[0], 1, 9999, out var year))
        {
            return false;
        }

        var month = 0;
        var day = 0;
        if ((parts.Length > 1 && (parts[1].Length != 2 || !TryNumber(parts[1], 1, 12, out month))) ||
            (parts.Length > 2 && (parts[2].Length != 2 || !TryNumber(parts[2], 1, DateTime.DaysInMonth(year, month), out day))))
        {
            return false;
        }

        date = new PartialDate(year, parts.Length > 1 ? month : null, parts.Length > 2 ? day : null);
        return true;
    }

    private static bool TryNumber(string text, int from, int to, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= from && number <= to;
}
