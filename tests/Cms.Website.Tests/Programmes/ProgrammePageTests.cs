using System.Net;
using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Programmes;

[Collection(DomainTests.Name)]
public sealed class ProgrammePageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/programmes/programme-d-essai", "23\u00A0millions d’euros", "2015–2020", "décembre 2018", "plus de 38\u202F000", "Stade d’essai")]
    [InlineData("/en/programmes/test-programme", "€23\u00A0million", "2015–2020", "December 2018", "more than 38,000", "Test stadium")]
    public async Task Page_shows_budget_milestones_figures_and_places(string path, string budget, string period, string milestone, string figure, string place)
    {
        var page = await website.PageAsync(path);

        Assert.All([budget, period, milestone, figure, place], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("https://example.org/appel", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/programmes/programme-d-essai", "L’appel est clos\u00A0: il était ouvert jusqu’au 1ᵉʳ janvier 2020.")]
    [InlineData("/en/programmes/test-programme", "This is closed: it was open until 1 January 2020.")]
    public async Task Call_that_is_over_says_so_and_leads_nowhere(string path, string closed)
    {
        var page = await website.PageAsync(path);

        Assert.Contains(closed, page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org/appel", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/programmes/programme-d-essai", "/fr/actualites/article-d-essai", "/fr/lieux/stade-d-essai")]
    [InlineData("/en/programmes/test-programme", "/en/news/test-article", "/en/places/test-stadium")]
    public async Task Page_lists_what_points_to_it_and_not_twice_what_it_shows(string path, string article, string place)
    {
        var page = await website.PageAsync(path);

        Assert.Equal(2, page.Split($"href=\"{article}\"").Length);
        Assert.Equal(2, page.Split($"href=\"{place}\"").Length);
    }

    [Theory]
    [InlineData("year=2015", HttpStatusCode.OK)]
    [InlineData("year=2018", HttpStatusCode.OK)]
    [InlineData("year=1931", HttpStatusCode.NotFound)]
    [InlineData("year=soon", HttpStatusCode.NotFound)]
    [InlineData("year=2018-12", HttpStatusCode.NotFound)]
    [InlineData("place=nowhere", HttpStatusCode.NotFound)]
    [InlineData("month=soon", HttpStatusCode.OK)]
    [InlineData("year=2018&year=2019", HttpStatusCode.BadRequest)]
    public async Task List_knows_its_facets_and_ignores_others(string query, HttpStatusCode status) => Assert.Equal(status, await website.StatusAsync($"/en/programmes?{query}"));
}
