using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Pages;
using Cms.Display.Templates;

namespace Cms.News;

/// <summary>
/// Lays out the chosen month of the list of events as a calendar. It leads to months with events only, so that nobody leafs through empty ones and programs
/// find an end. The list below it says the same.
/// </summary>
internal sealed class EventMonthSource(ContentLists lists, DisplayBuilder displays, CultureSettings cultures, WebsiteSettings website, PageTags tags, TimeProvider time) : IListExtra
{
    private const string Dates = $"{nameof(Event)}.{nameof(Event.Dates)}";
    private const string MonthKey = "month";
    private const string YearKey = "year";
    private const int MostEvents = 100;
    private const int DaysOfWeek = 7;

    /// <summary>A longer event, or one known by its year, makes no month of its own.</summary>
    private const int LongestDays = 62;

    public string Type => nameof(Event);

    public async Task<object?> LoadAsync(NarrowedList list, string path, string culture, CancellationToken token = default)
    {
        var months = await MonthsAsync(list, token);
        if (!list.Request.Facets.TryGetValue(MonthKey, out var code) || !PartialDate.TryParse(code, out var month))
        {
            return new EventMonths(null, Link(Nearest(months), list, path, culture));
        }

        var found = await lists.PageAsync(list.Query with { Page = 1, PageSize = MostEvents }, token);
        var context = await displays.BuildAsync(culture, found.Items, tags, token);
        var events = found.Items.Select(item => (ItemDisplay<Event>)context.Display(item, 3)).ToList();
        return new EventMonths(Laid(month.First, events, context) with
        {
            Previous = Link(months.LastOrDefault(other => other < month.First), list, path, culture),
            Next = Link(months.FirstOrDefault(other => other > month.First), list, path, culture),
        }, null);
    }

    private static EventMonth Laid(DateOnly first, List<ItemDisplay<Event>> events, DisplayContext context)
    {
        var monday = first.AddDays(-(((int)first.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
        var weeks = (int)Math.Ceiling((first.AddMonths(1).DayNumber - monday.DayNumber) / (double)DaysOfWeek);
        var names = context.Formats.DateTimeFormat;
        return new EventMonth(
            CultureDates.Date(first.Year, first.Month, null, context.Formats),
            [.. Enumerable.Range(1, DaysOfWeek).Select(day => names.GetDayName((DayOfWeek)(day % DaysOfWeek)))],
            [.. Enumerable.Range(0, weeks).Select(week => Enumerable.Range(0, DaysOfWeek).Select(day => Day(monday.AddDays((week * DaysOfWeek) + day))).ToList())])
        {
            SomeDay = [.. events.Where(item => Days(item.Part.Dates) is null)],
        };

        EventDay Day(DateOnly day) => new(day, day.Month != first.Month, day == context.Today, [.. events.Where(item => Days(item.Part.Dates) is var (from, to) && from <= day && day <= to)]);
    }

    /// <summary>Months with events, in their order, whatever month or year is chosen.</summary>
    private async Task<List<DateOnly>> MonthsAsync(NarrowedList list, CancellationToken token)
    {
        var others = list.All with { Filters = [.. list.Chosen.Where(chosen => chosen.Key is not (MonthKey or YearKey)).Select(chosen => chosen.Value)] };
        var spans = await lists.SpansAsync(others, Dates, token);
        return [.. spans.Where(span => span.Last.DayNumber - span.First.DayNumber <= LongestDays).SelectMany(Months).Distinct().Order()];
    }

    private static IEnumerable<DateOnly> Months(DateSpan span)
    {
        for (var month = new DateOnly(span.First.Year, span.First.Month, 1); month <= span.Last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>The first month from now on, else the last one that was.</summary>
    private DateOnly Nearest(List<DateOnly> months)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), website.TimeZone).Date);
        return months.FirstOrDefault(month => month.AddMonths(1) > today, months.LastOrDefault());
    }

    /// <returns>Null for no month.</returns>
    private PageLink? Link(DateOnly month, NarrowedList list, string path, string culture)
    {
        if (month == default)
        {
            return null;
        }

        var request = list.Request with { Facets = list.Request.Facets.Where(facet => facet.Key != YearKey).ToDictionary() };
        return new PageLink(CultureDates.Date(month.Year, month.Month, null, cultures.Format(culture)), path + request.With(MonthKey, month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    }

    /// <summary>First and last day; null where a day is not known.</summary>
    private static (DateOnly First, DateOnly Last)? Days(PartialDateField dates) =>
        PartialDate.TryParse(dates.Start, out var first) && first.Day is not null
            ? (first.First, PartialDate.TryParse(dates.End, out var last) ? last.Last : first.First)
            : null;
}
