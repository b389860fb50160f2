using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Store;
using Cms.Core.Localization;

namespace Cms.Display.Pages;

/// <summary>Years of an indexed date, the newest first. A range counts in every year that it touches.</summary>
internal sealed class YearFacet(string key, string title, string field, ContentLists lists) : ListFacet(key, title)
{
    /// <summary>Query key of years, which months belong to.</summary>
    public const string Year = "year";

    /// <summary>A range of more years than this counts in its first ones only.</summary>
    private const int MostYears = 100;

    internal override Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token) =>
        PartialDate.TryParse(code, out var date) && date.Month is null ? DateFilter.OfAsync(lists, list, field, date, token) : Task.FromResult<ContentFilter?>(null);

    internal override async Task<FacetOptions> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token)
    {
        var spans = await lists.SpansAsync(list, field, token);
        var counts = spans.SelectMany(span => Enumerable.Range(span.First.Year, Math.Min(span.Last.Year - span.First.Year + 1, MostYears)).Select(year => (Year: year, span.Count)))
            .GroupBy(found => found.Year)
            .ToDictionary(year => year.Key, year => year.Sum(found => found.Count));
        if (chosen is not null)
        {
            counts.TryAdd(int.Parse(chosen, CultureInfo.InvariantCulture), 0);
        }

        return new FacetOptions([.. counts.OrderByDescending(year => year.Key).Select(year => new FacetOption(Text(year.Key), Text(year.Key), year.Value))]);
    }

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>Months of an indexed date, offered once a year or a month is chosen.</summary>
internal sealed class MonthFacet(string title, string field, ListRequest request, CultureInfo formats, ContentLists lists) : ListFacet(Month, title)
{
    /// <summary>Query key of months: <c>month=2023-11</c>.</summary>
    public const string Month = "month";

    internal override Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token) =>
        PartialDate.TryParse(code, out var date) && date is { Month: not null, Day: null } ? DateFilter.OfAsync(lists, list, field, date, token) : Task.FromResult<ContentFilter?>(null);

    internal override async Task<FacetOptions> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token)
    {
        if (!PartialDate.TryParse(request.Facets.GetValueOrDefault(YearFacet.Year) ?? chosen, out var within))
        {
            return new FacetOptions([]);
        }

        var spans = await lists.SpansAsync(list, field, token);
        return new FacetOptions([.. Enumerable.Range(1, 12).Select(month => new PartialDate(within.Year, month, null))
            .Select(month => new FacetOption(Code(month), CultureDates.Date(month.Year, month.Month, null, formats), spans.Where(span => span.First <= month.Last && span.Last >= month.First).Sum(span => span.Count)))
            .Where(option => option.Count > 0 || option.Code == chosen)]);
    }

    private static string Code(PartialDate month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");
}

/// <summary>What a year or month of an address stands for.</summary>
internal static class DateFilter
{
    /// <returns>Null when nothing in the list has a day in the period.</returns>
    public static async Task<ContentFilter?> OfAsync(ContentLists lists, ContentQuery list, string field, PartialDate period, CancellationToken token)
    {
        var filter = new PeriodFilter(field, period.First, period.Last);
        return (await lists.PageAsync(list with { Page = 1, PageSize = 1, Filters = [filter] }, token)).Total == 0 ? null : filter;
    }
}
