using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Seo;

public abstract class SeoTests(SeededWebsite website)
{
    private static readonly XNamespace _map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";

    [StoreFact]
    public async Task Site_map_names_every_page_once_with_its_translations()
    {
        var pages = (await XmlAsync("/sitemap.xml")).Root!.Elements(_map + "url").ToList();
        var addresses = pages.ConvertAll(page => page.Element(_map + "loc")!.Value);

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Superset(
            new HashSet<string> { "http://localhost:5080/fr", "http://localhost:5080/en", "http://localhost:5080/fr/agenda-21", "http://localhost:5080/en/agenda-21/5-2-2" },
            addresses.ToHashSet());
        Assert.All(pages, page => Assert.Contains(
            page.Element(_map + "loc")!.Value, page.Elements(_xhtml + "link").Where(l => (string?)l.Attribute("rel") == "alternate").Select(l => (string?)l.Attribute("href"))));
        var action = pages.Single(page => page.Element(_map + "loc")!.Value.EndsWith("/en/agenda-21/5-2-2", StringComparison.Ordinal));
        Assert.Equal(["fr", "en", "x-default"], action.Elements(_xhtml + "link").Select(l => (string?)l.Attribute("hreflang")));
        Assert.Equal("http://localhost:5080/fr/agenda-21/5-2-2", (string?)action.Elements(_xhtml + "link").Last().Attribute("href"));
        Assert.True(DateTimeOffset.Parse(action.Element(_map + "lastmod")!.Value, CultureInfo.InvariantCulture) > DateTimeOffset.UnixEpoch);
    }

    [StoreFact]
    public async Task Every_address_of_the_site_map_answers()
    {
        foreach (var address in (await XmlAsync("/sitemap.xml")).Descendants(_map + "loc"))
        {
            using var answer = await website.Client.GetAsync(new Uri(address.Value).PathAndQuery);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address.Value} {(int)answer.StatusCode}");
        }
    }

    [StoreFact]
    public async Task Draft_and_page_without_translation_are_left_out_of_what_they_do_not_have()
    {
        using var draft = await website.SendAsync(HttpMethod.Post, "/api/content?draft=true", "admin", WritingTests.Page("Seulement un brouillon"));
        await WritingTests.BodyAsync(draft, HttpStatusCode.Created);
        using var alone = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", WritingTests.Page("Seulement en anglais", "en"));
        await WritingTests.BodyAsync(alone, HttpStatusCode.Created);

        var pages = (await XmlAsync("/sitemap.xml")).Root!.Elements(_map + "url").ToList();

        Assert.DoesNotContain(pages, page => page.Element(_map + "loc")!.Value.Contains("brouillon", StringComparison.Ordinal));
        var english = Assert.Single(pages, page => page.Element(_map + "loc")!.Value.Contains("seulement-en-anglais", StringComparison.Ordinal));
        Assert.Equal(["en", "x-default"], english.Elements(_xhtml + "link").Select(l => (string?)l.Attribute("hreflang")));
    }

    [StoreTheory]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-99999999999999999999.xml")]
    public async Task Site_map_of_one_file_has_no_parts(string path)
    {
        using var answer = await website.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [StoreFact]
    public async Task Robots_may_read_but_not_search()
    {
        var robots = await website.Client.GetStringAsync("/robots.txt");

        Assert.Contains("Sitemap: http://localhost:5080/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /*?q=\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n", robots, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Security_contact_has_an_end_within_a_year()
    {
        var lines = (await website.Client.GetStringAsync("/.well-known/security.txt")).Split('\n');

        Assert.Contains("Contact: mailto:security@example.org", lines);
        var expires = DateTimeOffset.Parse(lines.Single(l => l.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..], CultureInfo.InvariantCulture);
        Assert.InRange(expires, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(364));
    }

    [StoreTheory]
    [InlineData("fr", "http://localhost:5080/fr/recherche?q={searchTerms}")]
    [InlineData("en", "http://localhost:5080/en/search?q={searchTerms}")]
    public async Task Browsers_are_offered_the_search_of_a_language(string culture, string template)
    {
        XNamespace search = "http://a9.com/-/spec/opensearch/1.1/";

        var description = await XmlAsync($"/opensearch.xml?culture={culture}");

        Assert.Equal(template, (string?)description.Root!.Element(search + "Url")!.Attribute("template"));
    }

    [StoreFact]
    public async Task Language_that_the_website_does_not_speak_is_refused()
    {
        using var answer = await website.Client.GetAsync("/opensearch.xml?culture=zz");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<XDocument> XmlAsync(string path)
    {
        using var answer = await website.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync());
    }
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteSeoTests(SeededWebsite website) : SeoTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresSeoTests(PostgresWebsite website) : SeoTests(website), IClassFixture<PostgresWebsite>;
