using System.Net;
using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.News;

[Collection(DomainTests.Name)]
public sealed class EventPageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/agenda/journees-d-essai", "du 28 novembre au 1ᵉʳ décembre 2023", "Cet événement est terminé.", "Les inscriptions sont closes.")]
    [InlineData("/en/events/test-days", "28 November to 1 December 2023", "This event is over.", "Registration is closed.")]
    public async Task Past_event_and_its_registration_are_marked_as_over(string path, string dates, string over, string closed)
    {
        var page = await website.PageAsync(path);

        Assert.All([dates, over, closed], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("https://example.org/inscription", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/agenda/atelier-d-essai", "Journées d’essai", "jusqu’au 1ᵉʳ décembre 2998")]
    [InlineData("/en/events/test-workshop", "Test days", "until 1 December 2998")]
    public async Task Coming_event_can_be_registered_for_and_leads_to_its_parent(string path, string parent, string until)
    {
        var page = await website.PageAsync(path);

        Assert.All([parent, until, "https://example.org/atelier"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("month=2023-11", "True")]
    [InlineData("month=2023-12", "True")]
    [InlineData("year=2023", "True")]
    [InlineData("year=2999", "False")]
    public async Task Event_of_two_months_is_in_both_and_in_no_other(string query, string there)
    {
        var page = await website.PageAsync($"/en/events?{query}");

        Assert.Equal(bool.Parse(there), page.Contains("Test days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("month=2023-13")]
    [InlineData("month=2023")]
    [InlineData("month=1931-01")]
    [InlineData("audience=nobody")]
    public async Task Value_that_nothing_has_is_not_found(string query) => Assert.Equal(HttpStatusCode.NotFound, await website.StatusAsync($"/fr/agenda?{query}"));

    [Fact]
    public async Task Page_of_a_parent_lists_its_parts() => Assert.Contains("/en/events/test-workshop", await website.PageAsync("/en/events/test-days"), StringComparison.Ordinal);

    [Fact]
    public async Task News_has_a_date_as_precise_as_it_is_known() => Assert.Contains("décembre 2018", await website.PageAsync("/fr/actualites/article-d-essai"), StringComparison.Ordinal);
}
