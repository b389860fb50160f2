using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.News;

[Collection(SeededWebsiteTests.Name)]
public sealed class FeedTests(SeededWebsite website)
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/fr/actualites", "fr", "Actualités – Départements")]
    [InlineData("/en/news", "en", "News – Départements")]
    public async Task News_are_an_atom_feed_of_their_language(string list, string culture, string title)
    {
        using var answer = await website.VisitAsync(list + "/atom.xml");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(culture, feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal(title, feed.Element(_atom + "title")?.Value);
        Assert.Equal([$"http://localhost:5080{list}/atom.xml", $"http://localhost:5080{list}"], feed.Elements(_atom + "link").Select(link => link.Attribute("href")!.Value));
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.True(entries.Count >= 6);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(_atom + "id")!.Value).Distinct().Count());
        foreach (var address in entries.Select(entry => new Uri(entry.Element(_atom + "link")!.Attribute("href")!.Value).PathAndQuery))
        {
            using var page = await website.VisitAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Theory]
    [InlineData("/fr/agenda.ics", "SUMMARY:Cérémonie de clôture")]
    [InlineData("/en/events.ics", "SUMMARY:Closing ceremony")]
    public async Task Events_are_a_calendar_of_whole_days(string address, string summary)
    {
        using var answer = await website.VisitAsync(address);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var events = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n")[1..];
        var ceremony = Assert.Single(events, lines => lines.Contains(summary, StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20231201\r\nDTEND;VALUE=DATE:20231202\r\n", ceremony, StringComparison.Ordinal);
        Assert.Contains(events, lines => lines.Contains("DTSTART;VALUE=DATE:20231128\r\nDTEND;VALUE=DATE:20231201\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_without_a_day_is_left_out_and_a_text_can_not_leave_its_line()
    {
        await website.PublishAsync(Event("Fête sans jour", "2031-05"));
        await website.PublishAsync(Event("Fête; du bouc, et\\nEND:VEVENT", "2031-05-02"));

        await website.ShowsAsync("/fr/agenda.ics", "DTSTART;VALUE=DATE:20310502");
        var text = (await website.Client.GetStringAsync("/fr/agenda.ics")).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Fête\u202f\\; du bouc\\, et\\\\nEND:VEVENT\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fête sans jour", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/actualites", "/fr/actualites/atom.xml")]
    [InlineData("/en/events", "/en/events.ics")]
    public async Task List_leads_to_its_feed(string list, string feed) =>
        Assert.NotNull((await website.PageAsync(list)).QuerySelector($"main a[href='{feed}']"));

    private static JsonObject Event(string title, string day) => new()
    {
        ["ContentType"] = "Event",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["LocalizationPart"] = new JsonObject { ["Culture"] = "fr" },
        ["Event"] = new JsonObject { ["Dates"] = new JsonObject { ["Start"] = day } },
    };
}
