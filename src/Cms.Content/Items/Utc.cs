using System.Globalization;

namespace Cms.Content.Items;

/// <summary>Moments as they are stored: ISO 8601 in UTC, so that text order is time order.</summary>
public static class Utc
{
    /// <summary>To the second, as documents hold it.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>To the tenth of a microsecond, as columns hold it.</summary>
    public static string Column(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Parse(string? column) =>
        string.IsNullOrEmpty(column) ? null : DateTimeOffset.Parse(column, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
