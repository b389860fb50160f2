using AngleSharp.Dom;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.News;

/// <summary>The list of events as a calendar.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class MonthTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/agenda", "novembre 2023", "lundi", "décembre 2023")]
    [InlineData("/en/events", "November 2023", "Monday", "December 2023")]
    public async Task Chosen_month_is_a_table_of_days_with_their_events(string list, string title, string monday, string next)
    {
        var page = await website.PageAsync($"{list}?month=2023-11");
        var table = page.QuerySelector("main table")!;
        var days = table.QuerySelectorAll("td").Where(day => day.QuerySelector("time") is not null).ToList();

        Assert.Equal(title, table.QuerySelector("caption")!.TextContent);
        Assert.Equal((7, monday), (table.QuerySelectorAll("th[scope=col]").Length, table.QuerySelector("th")!.TextContent));
        Assert.Equal(30, days.Count);
        Assert.Equal(["2023-11-28", "2023-11-29", "2023-11-30"], days.Where(day => day.QuerySelector("a") is not null).Select(Date));
        // The first of November 2023 was a Wednesday.
        Assert.Equal("2023-11-01", Date(table.QuerySelectorAll("tbody tr")[0].Children[2]));
        var turn = Assert.Single(page.QuerySelectorAll(".month__turn a[rel=next]"));
        Assert.Equal($"{list}?month=2023-12#month", turn.GetAttribute("href"));
        Assert.Contains(next, turn.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_known_by_its_year_is_named_below_and_stands_on_no_day()
    {
        var page = await website.PageAsync("/en/events?month=2024-03");

        Assert.Empty(page.QuerySelectorAll("main table a"));
        Assert.Contains("EMERGING Valley 2024", page.QuerySelector(".month ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_the_month_leaves_the_year_that_was_chosen()
    {
        var page = await website.PageAsync("/en/events?year=2023&month=2023-12");

        Assert.Equal("/en/events?month=2023-11#month", page.QuerySelector(".month__turn a[rel=prev]")!.GetAttribute("href"));
        Assert.DoesNotContain("year", page.QuerySelector(".month__turn a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_without_a_month_leads_to_one_with_events()
    {
        var page = await website.PageAsync("/fr/agenda");
        var link = page.QuerySelector("main a[href*='month=']")!.GetAttribute("href")!;

        Assert.Empty(page.QuerySelectorAll("main table"));
        Assert.NotEmpty((await website.PageAsync(link)).QuerySelectorAll("main table a"));
    }

    private static string Date(IElement day) => day.QuerySelector("time")!.GetAttribute("datetime")!;
}
