using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>What pages say to machines: JSON-LD, Open Graph, the files that go with them.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class LinkedDataTests(SeededWebsite website)
{
    private const string Host = "http://localhost:5080";

    private static readonly string[] _addresses = ["url", "item", "contentUrl", "serviceUrl", "urlTemplate", "license"];

    [Fact]
    public async Task Every_page_of_the_site_map_says_what_it_is_with_absolute_addresses()
    {
        var types = new HashSet<string>();
        foreach (var path in await PathsAsync())
        {
            var page = await website.PageAsync(path);
            var nodes = Graph(page);
            types.UnionWith(nodes.Select(Type));
            Assert.All(nodes.SelectMany(Strings).Where(text => _addresses.Contains(text.Name)), text => Assert.Matches("^(http://localhost:5080/|https://)", text.Value));
            var web = Assert.Single(nodes, node => Type(node) is "WebPage" or "CollectionPage");
            Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), (string?)web["url"]);
            Assert.Equal(path.Split('/')[1], (string?)web["inLanguage"]);
            CheckBreadcrumb(page, nodes);
            CheckOpenGraph(page);
        }

        Assert.Superset(
            new HashSet<string> { "WebSite", "GovernmentOrganization", "Place", "Event", "NewsArticle", "Quotation", "GovernmentService", "Project", "VideoObject", "Observation", "Dataset", "BreadcrumbList" },
            types);
    }

    [Theory]
    [InlineData("/fr", "http://localhost:5080/fr/recherche?q={search_term_string}")]
    [InlineData("/en", "http://localhost:5080/en/search?q={search_term_string}")]
    public async Task Home_page_says_how_the_website_is_searched_and_who_runs_it(string path, string template)
    {
        var nodes = Graph(await website.PageAsync(path));

        Assert.Equal(template, (string?)nodes.Single(node => Type(node) == "WebSite")["potentialAction"]!["target"]!["urlTemplate"]);
        Assert.Equal("Départements", (string?)nodes.Single(node => Type(node) == "GovernmentOrganization")["name"]);
    }

    [Fact]
    public async Task Event_has_its_days_its_place_and_no_day_that_is_not_known()
    {
        var days = await NodeAsync("/en/events/equal-opportunities-closing-ceremony", "Event");

        Assert.Equal("2023-12-01", (string?)days["startDate"]);
        Assert.Equal("https://schema.org/EventScheduled", (string?)days["eventStatus"]);
        Assert.Equal(("Place", 48.79m), ((string?)days["location"]!["@type"], (decimal)days["location"]!["geo"]!["latitude"]!));
        Assert.Equal("2024", (string?)(await NodeAsync("/en/events/emerging-valley-2024", "Event"))["startDate"]);
    }

    [Fact]
    public async Task Quotation_keeps_its_language_and_its_speaker_on_both_sides()
    {
        foreach (var path in (await PathsAsync()).Where(path => path.StartsWith("/en/testimonials/", StringComparison.Ordinal)))
        {
            foreach (var quotation in Graph(await website.PageAsync(path)).Where(node => Type(node) == "Quotation"))
            {
                Assert.Equal(("fr", "Person"), ((string?)quotation["inLanguage"], (string?)quotation["spokenByCharacter"]!["@type"]));
                Assert.NotEmpty((string)quotation["text"]!);
            }
        }
    }

    [Fact]
    public async Task Video_says_only_what_is_known()
    {
        var path = (await PathsAsync()).First(path => path.StartsWith("/fr/videos/", StringComparison.Ordinal));

        var video = await NodeAsync(path, "VideoObject");

        Assert.All(["contentUrl", "uploadDate", "duration", "transcript"], name => Assert.False(video.ContainsKey(name)));
    }

    [Fact]
    public async Task Title_that_would_end_the_data_block_stays_in_it()
    {
        await website.PublishAsync(WritingTests.Page("Isard</script><script>alert(1)</script><!--"));
        var path = (await PathsAsync()).Single(path => path.Contains("isard-script", StringComparison.Ordinal));

        var page = await website.PageAsync(path);

        Assert.Equal(["application/ld+json"], page.Scripts.Select(script => script.Type));
        Assert.Contains("</script><script>alert(1)</script><!--", (string?)Graph(page).Single(node => Type(node) == "WebPage")["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_does_not_exist_says_nothing()
    {
        var page = await website.PageAsync("/fr/nulle-part", System.Net.HttpStatusCode.NotFound);

        Assert.Null(page.QuerySelector("script"));
        Assert.Null(page.QuerySelector("meta[property^='og:']"));
    }

    [Theory]
    [InlineData("/fr/actualites", "application/atom+xml", "/fr/actualites/atom.xml")]
    [InlineData("/en/events", "text/calendar", "/en/events.ics")]
    [InlineData("/en/places", "application/geo+json", "/en/places.geojson")]
    public async Task List_names_its_files_in_its_head(string list, string type, string file) =>
        Assert.Equal(file, (await website.PageAsync(list)).QuerySelector($"head link[rel=alternate][type='{type}']")?.GetAttribute("href"));

    private static void CheckBreadcrumb(IDocument page, List<JsonObject> nodes)
    {
        var shown = page.QuerySelectorAll(".crumbs li").Length;
        var steps = nodes.SingleOrDefault(node => Type(node) == "BreadcrumbList")?["itemListElement"]!.AsArray();
        Assert.Equal(shown, steps?.Count ?? 0);
        Assert.Equal(Enumerable.Range(1, shown), (steps ?? []).Select(step => (int)step!["position"]!));
    }

    private static void CheckOpenGraph(IDocument page)
    {
        string? Of(string property) => page.QuerySelector($"meta[property='og:{property}']")?.GetAttribute("content");
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Of("url"));
        Assert.Equal(page.DocumentElement.GetAttribute("lang") == "fr" ? "fr_FR" : "en_GB", Of("locale"));
        Assert.All([Of("title"), Of("description"), page.QuerySelector("meta[name=description]")?.GetAttribute("content")], text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    private async Task<JsonObject> NodeAsync(string path, string type) => Graph(await website.PageAsync(path)).Single(node => Type(node) == type);

    private async Task<List<string>> PathsAsync() =>
        [.. XDocument.Parse(await website.Client.GetStringAsync("/sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc").Select(loc => loc.Value[Host.Length..])];

    private static List<JsonObject> Graph(IDocument page)
    {
        var data = JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        Assert.Equal("https://schema.org", (string?)data["@context"]);
        return [.. data["@graph"]!.AsArray().Select(node => node!.AsObject())];
    }

    private static string Type(JsonObject node) => (string)node["@type"]!;

    private static IEnumerable<(string Name, string Value)> Strings(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue value && value.TryGetValue(out string? text) ? [(member.Key, text)] : member.Value is null ? [] : Strings(member.Value)),
        JsonArray entries => entries.SelectMany(entry => Strings(entry!)),
        _ => [],
    };
}
