using System.Globalization;

namespace Cms.Core.Localization;

/// <summary>
/// Dates of day, month or year precision, and periods of them, as text: « 1ᵉʳ décembre 2023 », « décembre 2018 », « du 28 au 30 novembre 2023 »;
/// “1 December 2023”, “28 to 30 November 2023”.
/// </summary>
public static class CultureDates
{
    /// <param name="month">1 to 12, or null for a year; a day needs a month.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such day.</exception>
    public static string Date(int year, int? month, int? day, CultureInfo culture) => (month, day) switch
    {
        (null, null) => Year(year),
        ({ } m and >= 1 and <= 12, null) => $"{MonthName(m, culture)} {Year(year)}",
        ({ } m and >= 1 and <= 12, { } d) when d >= 1 && d <= DateTime.DaysInMonth(year, m) => $"{Day(d, culture)} {MonthName(m, culture)} {Year(year)}",
        _ => throw new ArgumentOutOfRangeException(nameof(day), $"{year}-{month}-{day} is no date."),
    };

    public static string Date(DateOnly date, CultureInfo culture) => Date(date.Year, date.Month, date.Day, culture);

    /// <summary>A period; an end left out is open: « depuis 2016 », “until March 2022”. Both left out give an empty text.</summary>
    public static string Range((int Year, int? Month, int? Day)? from, (int Year, int? Month, int? Day)? to, CultureInfo culture) => (from, to) switch
    {
        ({ } start, { } end) when start == end => Date(start.Year, start.Month, start.Day, culture),
        ({ } start, { } end) => CultureFormats.IsFrench(culture) ? FrenchRange(start, end, culture) : Both(start, end, " to ", culture),
        ({ } start, null) => CultureFormats.IsFrench(culture) ? $"depuis {WithArticle(start, culture)}" : $"since {Text(start, culture)}",
        (null, { } end) => CultureFormats.IsFrench(culture) ? FrenchUntil(end, culture) : $"until {Text(end, culture)}",
        _ => "",
    };

    private static string FrenchRange((int Year, int? Month, int? Day) start, (int Year, int? Month, int? Day) end, CultureInfo culture)
    {
        if (start.Month is null && end.Month is null)
        {
            return Both(start, end, "–", culture);
        }

        var first = Shortened(start, end, culture);
        var from = start.Day is null ? CultureFormats.Of(first) : $"du {first}";
        var until = end.Day is null ? "à" : "au";
        return $"{from} {until} {Text(end, culture)}";
    }

    private static string Both((int Year, int? Month, int? Day) start, (int Year, int? Month, int? Day) end, string link, CultureInfo culture) =>
        (start.Month, end.Month) is (null, null) ? $"{Year(start.Year)}–{Year(end.Year)}" : Shortened(start, end, culture) + link + Text(end, culture);

    /// <summary>The start without what the end says as well: 28 for 28 November 2023.</summary>
    private static string Shortened((int Year, int? Month, int? Day) start, (int Year, int? Month, int? Day) end, CultureInfo culture)
    {
        if (start.Year != end.Year || start.Month is not { } month || end.Month is null || start.Day is null != end.Day is null)
        {
            return Text(start, culture);
        }

        return start.Day is not { } day ? MonthName(month, culture)
            : month == end.Month ? Day(day, culture)
            : $"{Day(day, culture)} {MonthName(month, culture)}";
    }

    private static string FrenchUntil((int Year, int? Month, int? Day) end, CultureInfo culture) =>
        end.Day is null ? $"jusqu’en {Text(end, culture)}" : $"jusqu’au {Text(end, culture)}";

    private static string WithArticle((int Year, int? Month, int? Day) date, CultureInfo culture) =>
        date.Day is null ? Text(date, culture) : $"le {Text(date, culture)}";

    private static string Text((int Year, int? Month, int? Day) date, CultureInfo culture) => Date(date.Year, date.Month, date.Day, culture);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Day(int day, CultureInfo culture) =>
        day == 1 && CultureFormats.IsFrench(culture) ? "1ᵉʳ" : day.ToString(CultureInfo.InvariantCulture);

    private static string MonthName(int month, CultureInfo culture) => culture.DateTimeFormat.GetMonthName(month);
}
