using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Microsoft.Extensions.Localization;

namespace Cms.News;

/// <summary>
/// The events of a language as a calendar (RFC 5545), whole days each. An event that is dated by its month or year only is left out: a calendar knows days,
/// and none is invented. A cancelled event stays, so that the calendars that took it in learn of it.
/// </summary>
internal sealed class EventCalendar(
    ContentLists lists, PublishedItems published, WebsiteSettings website, WebsiteProfile profile, CultureSettings cultures, PageTags tags, IStringLocalizer<EventCalendar> localizer)
{
    private const int MostPages = 5;
    private const int PageSize = 100;

    public async Task<byte[]> WriteAsync(string culture, CancellationToken token)
    {
        tags.AddList(nameof(Event));
        var calendar = new CalendarText();
        calendar.Line("BEGIN", "VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", $"-//{website.BaseUrl.Host}//Cms//{culture.ToUpperInvariant()}");
        calendar.Line("CALSCALE", "GREGORIAN");
        calendar.Text("X-WR-CALNAME", $"{localizer["Events"]} – {await profile.SiteNameAsync(token)}");
        for (var page = 1; page <= MostPages; page++)
        {
            var found = await lists.PageAsync(new ContentQuery { Type = nameof(Event), Culture = culture, Page = page, PageSize = PageSize }, token);
            await WriteAsync(calendar, found.Items, culture, token);
            if (found.Items.Count < PageSize)
            {
                break;
            }
        }

        calendar.Line("END", "VCALENDAR");
        return calendar.Bytes();
    }

    private async Task WriteAsync(CalendarText calendar, IReadOnlyList<ContentItem> events, string culture, CancellationToken token)
    {
        var sets = events.SelectMany(e => e.As<Event>().Place.LocalizationSets).ToHashSet();
        tags.AddSets(sets);
        var places = await published.PreferredAsync(sets, [culture, .. cultures.Names.Where(c => c != culture)], token);
        foreach (var item in events)
        {
            var part = item.As<Event>();
            if (Days(part.Dates) is var (first, last))
            {
                var place = part.Place.LocalizationSets.Where(places.ContainsKey).Select(set => places[set].DisplayText).FirstOrDefault() ?? part.PlaceText.Text;
                Write(calendar, item, first, last, place);
            }
        }
    }

    private void Write(CalendarText calendar, ContentItem item, DateOnly first, DateOnly last, string place)
    {
        calendar.Line("BEGIN", "VEVENT");
        calendar.Line("UID", $"{item.LocalizationSet}@{website.BaseUrl.Host}");
        calendar.Line("DTSTAMP", Moment(item.ModifiedUtc ?? item.PublishedUtc ?? DateTimeOffset.UnixEpoch));
        calendar.Line("SEQUENCE", item.Revision.ToString(CultureInfo.InvariantCulture));
        calendar.Line("DTSTART;VALUE=DATE", Day(first));
        // The day after the last one (RFC 5545, 3.6.1).
        calendar.Line("DTEND;VALUE=DATE", Day(last.AddDays(1)));
        calendar.Text("SUMMARY", Words(item.DisplayText, item.Culture));
        calendar.Text("DESCRIPTION", Words(item.As<PublicationPart>().Summary.Text, item.Culture));
        calendar.Text("LOCATION", Words(place, item.Culture));
        if (item.Url is { } url)
        {
            calendar.Line("URL", new Uri(website.BaseUrl, url).AbsoluteUri);
        }

        if (item.As<Event>().Status.Text == "cancelled")
        {
            calendar.Line("STATUS", "CANCELLED");
        }

        calendar.Line("END", "VEVENT");
    }

    private string Words(string text, string culture) => Typography.Apply(text, cultures.Format(culture));

    private static (DateOnly First, DateOnly Last)? Days(PartialDateField dates)
    {
        if (!PartialDate.TryParse(dates.Start, out var first) || first.Day is null || first.Year >= DateOnly.MaxValue.Year)
        {
            return null;
        }

        return PartialDate.TryParse(dates.End, out var last) && last.Day is not null && last.Year < DateOnly.MaxValue.Year ? (first.First, last.First) : (first.First, first.First);
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
