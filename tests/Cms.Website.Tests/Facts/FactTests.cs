using AngleSharp.Html.Parser;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Facts;

/// <summary>What the source documents say is on the website, in both languages, and is found.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class FactTests(SeededWebsite website)
{
    private const int FirstResults = 5;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Each_fact_stands_on_its_page(string culture)
    {
        var misses = new List<string>();
        foreach (var rows in Fact.Of(culture).GroupBy(row => row.Page))
        {
            var text = await MainAsync(rows.Key, misses);
            misses.AddRange(rows.SelectMany(row => row.Facts.Where(fact => !text.Contains(Fact.OneLine(fact), StringComparison.OrdinalIgnoreCase)).Select(fact => $"{row}: {fact}")));
        }

        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Each_page_is_among_the_first_results_of_its_search(string culture)
    {
        // The index follows the content: what is missed is asked again, for a quarter of a minute at most.
        var misses = await MissesAsync(culture, Fact.Of(culture));
        for (var attempt = 0; attempt < 30 && misses.Count > 0; attempt++)
        {
            await Task.Delay(500);
            misses = await MissesAsync(culture, misses.Keys);
        }

        Assert.True(misses.Count == 0, string.Join('\n', misses.Values));
    }

    private async Task<Dictionary<Fact, string>> MissesAsync(string culture, IEnumerable<Fact> rows)
    {
        var misses = new Dictionary<Fact, string>();
        foreach (var row in rows)
        {
            var found = await website.JsonAsync(Search(culture, row.Query));
            var urls = found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()).ToList();
            if (!urls.Contains(row.Result))
            {
                misses[row] = $"{row.Document}/{row.Sentence} « {row.Query} » {row.Result}: {string.Join(' ', urls)}";
            }
        }

        return misses;
    }

    private static string Search(string culture, string words) => $"/api/search?culture={culture}&pageSize={FirstResults}&q={Uri.EscapeDataString(words)}";

    private async Task<string> MainAsync(string page, List<string> misses)
    {
        using var answer = await website.Client.GetAsync(page);
        if (!answer.IsSuccessStatusCode)
        {
            misses.Add($"{page}: {(int)answer.StatusCode}");
            return "";
        }

        using var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return Fact.OneLine(document.QuerySelector("main")?.TextContent ?? "");
    }
}
