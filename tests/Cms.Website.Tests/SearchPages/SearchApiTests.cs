using System.Net;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.SearchPages;

[Collection(SeededWebsiteTests.Name)]
public sealed class SearchApiTests(SeededWebsite website)
{
    [Fact]
    public async Task Answer_has_the_shape_that_programs_rely_on()
    {
        var found = await FindAsync("participation");

        Assert.Equal(["query", "culture", "total", "totalIsLowerBound", "tookMs", "suggestion", "items", "facets"], found.EnumerateObject().Select(m => m.Name));
        var item = found.GetProperty("items")[0];
        Assert.Equal(["contentItemId", "localizationSet", "contentType", "culture", "title", "url", "snippet", "score"], item.EnumerateObject().Select(m => m.Name));
        Assert.Equal("/fr/agenda-21/5-2-2", item.GetProperty("url").GetString());
        Assert.Contains("<mark>", item.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.Equal("5.2.2", (await website.JsonAsync($"/api/content/{item.GetProperty("contentItemId")}")).GetProperty("Agenda21Action").GetProperty("Code").GetProperty("Text").GetString());
    }

    [Theory]
    [InlineData("fr", "Agenda21Action", "Action de l’Agenda 21")]
    [InlineData("en", "Agenda21Action", "Agenda 21 action")]
    public async Task Facets_are_labelled_in_the_language_searched(string culture, string type, string label)
    {
        var found = await FindAsync("participation", culture);

        var facet = found.GetProperty("facets").GetProperty("type").EnumerateArray().Single(f => f.GetProperty("value").GetString() == type);
        Assert.Equal(label, facet.GetProperty("label").GetString());
        var publisher = found.GetProperty("facets").GetProperty("publisher")[0];
        Assert.Equal("64", publisher.GetProperty("value").GetString());
        Assert.Contains("Pyrénées-Atlantiques", publisher.GetProperty("label").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_narrow_to_what_their_facets_count()
    {
        var all = await FindAsync("développement");
        var facet = all.GetProperty("facets").GetProperty("theme").EnumerateArray().First(f => f.GetProperty("count").GetInt32() < all.GetProperty("total").GetInt32());

        var narrowed = await FindAsync($"développement&theme={facet.GetProperty("value")}");

        Assert.Equal(facet.GetProperty("count").GetInt32(), narrowed.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("5.2.2", "/fr/agenda-21/5-2-2")]
    [InlineData("05 59 11 45 33", "/fr/agenda-21/5-1-1")]
    [InlineData("Pôle Agenda 21", "/fr/agenda-21/5-1-1")]
    public async Task Item_is_found_by_its_code_and_by_what_its_page_shows(string words, string url)
    {
        var found = await FindAsync($"{Uri.EscapeDataString(words)}&pageSize=100");

        Assert.Contains(url, found.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task Misspelt_word_is_put_right()
    {
        var found = await FindAsync("participaton");

        Assert.Equal("participation", found.GetProperty("suggestion").GetString());
        Assert.NotEqual(0, found.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("q=a&culture=zz", "content.unknown-culture")]
    [InlineData("q=a&type=Nothing", "content.unknown-type")]
    [InlineData("q=a&pageSize=101", "api.number")]
    [InlineData("q=a&page=-5&pageSize=1000000", "api.number")]
    [InlineData("q=a&page=501", "api.number")]
    [InlineData("q=a&q=b", "api.repeated")]
    public async Task Question_that_makes_no_sense_is_refused(string query, string key)
    {
        using var answer = await website.Client.GetAsync($"/api/search?{query}");

        Assert.Equal(key, (await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%22")]
    [InlineData("%00")]
    [InlineData("%ff%fe")]
    [InlineData("%22%28%20AND%20%2A")]
    [InlineData("NEAR%28a%20b%29")]
    [InlineData("title_terms%3Aa%20OR%20%27--")]
    [InlineData("%F0%9F%98%80")]
    public async Task Odd_words_are_words_like_others(string query)
    {
        var found = await FindAsync(query);

        Assert.True(found.GetProperty("total").GetInt32() >= 0);
    }

    private Task<System.Text.Json.JsonElement> FindAsync(string query, string culture = "fr") => website.JsonAsync($"/api/search?culture={culture}&q={query}");
}
