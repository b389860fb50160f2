using AngleSharp.Html.Parser;
using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Sites;

[Collection(DomainTests.Name)]
public sealed class SitePageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/lieux/stade-d-essai", "Maison d’essai", "Prêt de fauteuils", "12\u00A0h\u00A030")]
    [InlineData("/en/places/test-stadium", "Test house", "Wheelchairs on loan", "12:30")]
    public async Task Page_shows_address_kind_services_and_hours(string path, string kind, string service, string hours)
    {
        var page = await website.PageAsync(path);

        Assert.All([kind, service, hours, "1 rue des Essais, 13001 Marseille"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr/lieux?place=essai-provence", "Stade d’essai")]
    [InlineData("/en/places?place=essai-marseille", "Test stadium")]
    [InlineData("/en/places?kind=essai-maison&place=essai-provence", "Test stadium")]
    public async Task Broader_place_holds_what_is_under_it(string path, string title)
    {
        Assert.Contains(title, await website.PageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_page_of_one_value_is_not_that_of_another()
    {
        var there = await website.PageAsync("/fr/lieux?kind=essai-maison");
        var elsewhere = await website.PageAsync("/fr/lieux?kind=essai-marseille");

        Assert.Contains("Stade d’essai", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Stade d’essai", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Testimonial_about_a_place_is_listed_on_its_page() =>
        Assert.Contains("/en/testimonials/test-quotation", await website.PageAsync("/en/places/test-stadium"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/fr/lieux/plage-d-essai", "Carte\u00A0: Cassis", "Latitude 43,21, longitude 5,54")]
    [InlineData("/en/places/test-beach", "Map: Cassis", "Latitude 43.21, longitude 5.54")]
    public async Task Place_with_a_position_shows_it_on_a_map_and_says_it(string path, string name, string position)
    {
        var text = await website.PageAsync(path);
        var page = await new HtmlParser().ParseDocumentAsync(text);
        var map = page.QuerySelector("main svg[role=img]")!;

        Assert.Equal(name, map.GetAttribute("aria-label"));
        Assert.NotEmpty(map.QuerySelector(".map__land")!.GetAttribute("d")!);
        Assert.NotNull(map.QuerySelector(".map__dot"));
        Assert.Contains(position, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 60_000);
    }

    [Fact]
    public async Task Place_without_a_position_shows_no_map() =>
        Assert.DoesNotContain("map__sheet", await website.PageAsync("/fr/lieux/stade-d-essai"), StringComparison.Ordinal);
}
