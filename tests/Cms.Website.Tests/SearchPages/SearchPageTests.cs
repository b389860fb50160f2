using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.SearchPages;

[Collection(SeededWebsiteTests.Name)]
public sealed class SearchPageTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/recherche?q=participation", "fr", "résultats pour « participation »")]
    [InlineData("/en/search?q=participation", "en", "for “participation”")]
    public async Task Results_link_to_their_pages_and_mark_the_words(string path, string culture, string count)
    {
        var page = await PageAsync(path);

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(count, page.QuerySelector(".list-head__count")!.TextContent.Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Equal($"/{culture}/agenda-21/5-2-2", page.QuerySelector(".hit a")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll(".hit__text mark"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Language_switch_keeps_the_question()
    {
        var page = await PageAsync("/fr/recherche?q=participation&theme=participation");

        var other = new Uri(page.QuerySelector("link[rel=alternate][hreflang=en]")!.GetAttribute("href")!);
        Assert.Equal("/en/search?q=participation&theme=participation", other.PathAndQuery);
        Assert.Contains(page.QuerySelectorAll("a[hreflang=en]"), a => a.GetAttribute("href")!.EndsWith(other.PathAndQuery, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facet_narrows_and_can_be_taken_back()
    {
        var page = await PageAsync("/fr/recherche?q=développement");
        var facet = page.QuerySelector(".facet__list a[href*='theme=']")!;

        var narrowed = await PageAsync(facet.GetAttribute("href")!);

        var chosen = narrowed.QuerySelector(".facet__list a[aria-current=true]")!;
        Assert.DoesNotContain("theme=", chosen.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Single(narrowed.QuerySelectorAll(".chosen a"));
    }

    [Fact]
    public async Task Misspelt_word_offers_the_right_one()
    {
        var page = await PageAsync("/fr/recherche?q=participaton");

        Assert.Equal("/fr/recherche?q=participation", page.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Question_is_shown_as_text()
    {
        var page = await PageAsync("/fr/recherche?q=" + Uri.EscapeDataString("<script>alert(1)</script>\"><img src=x onerror=alert(1)>"));

        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.StartsWith("<script>alert(1)</script>", ((IHtmlInputElement)page.QuerySelector("#q-search-page")!).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/recherche")]
    [InlineData("/fr/recherche?q=")]
    [InlineData("/fr/recherche?q=%00")]
    [InlineData("/fr/recherche?q=%ff%fe")]
    [InlineData("/fr/recherche?q=%22%28%20AND%20%2A")]
    [InlineData("/fr/recherche?q=zzzzzzzzzz")]
    [InlineData("/fr/recherche?q=participation&theme=%27%3B--")]
    public async Task Page_stands_whatever_is_asked(string path) => Assert.Single((await PageAsync(path)).QuerySelectorAll("h1"));

    [Fact]
    public async Task Overlong_question_is_cut()
    {
        var page = await PageAsync("/fr/recherche?q=" + new string('a', 5000));

        Assert.Equal(200, ((IHtmlInputElement)page.QuerySelector("#q-search-page")!).Value.Length);
    }

    [Theory]
    [InlineData("/fr/recherche?q=a&page=0", HttpStatusCode.BadRequest)]
    [InlineData("/fr/recherche?q=a&page=501", HttpStatusCode.BadRequest)]
    [InlineData("/fr/recherche?q=a&page=abc", HttpStatusCode.BadRequest)]
    [InlineData("/fr/recherche?q=a&q=b", HttpStatusCode.BadRequest)]
    [InlineData("/fr/recherche?q=participation&page=500", HttpStatusCode.NotFound)]
    public async Task Address_that_makes_no_sense_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await website.Client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await website.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
