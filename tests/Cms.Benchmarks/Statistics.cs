namespace Cms.Benchmarks;

internal static class Statistics
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(50);

    /// <summary>The smallest value that so many percent of the values do not exceed.</summary>
    public static double Percentile(this IEnumerable<double> values, int percent)
    {
        var ordered = values.Order().ToList();
        return ordered[Math.Max(0, (int)Math.Ceiling(ordered.Count * percent / 100.0) - 1)];
    }
}
