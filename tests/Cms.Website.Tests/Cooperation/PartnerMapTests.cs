using System.Net;
using AngleSharp.Dom;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.Cooperation;

/// <summary>The map of partners on the list of projects and on the home page.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class PartnerMapTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/cooperation", "Erevan, Arménie", "IFFD, Elisan, ONU-Habitat|IFFD, Elisan, UN-Habitat")]
    [InlineData("/en/cooperation", "Yerevan, Armenia", "IFFD, Elisan, UN-Habitat")]
    public async Task List_beside_the_map_has_every_project_and_networks_stand_apart(string path, string place, string networks)
    {
        var page = await website.PageAsync(path);
        var projects = await ProjectsAsync(path);

        Assert.Equal(16, projects.Count);
        Assert.Equal(projects.Order(StringComparer.Ordinal), page.QuerySelectorAll(".map__list a, .map__beside a").Select(Address).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".map__list strong"), name => name.TextContent == place);
        Assert.Contains(Assert.Single(page.QuerySelectorAll(".map__beside strong")).TextContent, networks.Split('|'));
    }

    [Theory]
    [InlineData("/fr/cooperation")]
    [InlineData("/en/cooperation?zoom=near-east")]
    [InlineData("/en/cooperation?zoom=north-america&theme=cooperation")]
    public async Task Every_point_is_a_named_link_that_leads_somewhere(string path)
    {
        var page = await website.PageAsync(path);
        var points = page.QuerySelectorAll(".map__sheet a").ToList();

        Assert.NotEmpty(points);
        foreach (var point in points)
        {
            Assert.False(string.IsNullOrWhiteSpace(point.GetAttribute("aria-label")));
            var address = Address(point).Split('#');
            var target = await website.PageAsync(address[0]);
            Assert.True(address.Length == 1 || target.GetElementById(address[1]) is not null, Address(point));
        }

        Assert.Empty(page.QuerySelectorAll("main [style], main style"));
        Assert.NotEmpty(page.QuerySelector(".map__land")!.GetAttribute("d")!);
    }

    [Fact]
    public async Task Part_of_the_map_shows_its_own_points_and_marks_its_link()
    {
        var page = await website.PageAsync("/en/cooperation?zoom=near-east");
        var names = string.Join(' ', page.QuerySelectorAll(".map__sheet a").Select(point => point.GetAttribute("aria-label")));

        Assert.Equal("Near East and Caucasus", page.QuerySelector(".map__views [aria-current]")!.ChildNodes[0].TextContent.Trim());
        Assert.Contains("Goris", names, StringComparison.Ordinal);
        Assert.DoesNotContain("Miami", names, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".map__list strong"), name => name.TextContent == "Miami, United States");
    }

    [Theory]
    [InlineData("/fr/cooperation?zoom=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/fr/cooperation?zoom=africa&zoom=europe", HttpStatusCode.BadRequest)]
    [InlineData("/fr/programmes?zoom=nowhere", HttpStatusCode.OK)]
    public async Task Part_that_no_map_has_is_not_found(string path, HttpStatusCode status)
    {
        using var answer = await website.VisitAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Map_follows_the_facets_and_facets_leave_the_part_that_was_enlarged()
    {
        var page = await website.PageAsync("/en/cooperation?kind=charter&zoom=north-america");

        Assert.Equal(["New York, United States"], page.QuerySelectorAll(".map__list strong").Select(name => name.TextContent));
        Assert.All(page.QuerySelectorAll(".facets a").Select(Address), address => Assert.DoesNotContain("zoom", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr", "Kenya")]
    [InlineData("/en", "Kenya")]
    public async Task Home_page_has_the_map_in_its_block_and_stays_light(string path, string country)
    {
        var page = await website.PageAsync(path);
        var map = page.QuerySelector("main section .map")!;
        var weight = 0L;
        foreach (var address in page.QuerySelectorAll("link[rel=stylesheet]").Select(Address).Prepend(path))
        {
            using var answer = await website.VisitAsync(address, ("Accept-Encoding", "br"));
            weight += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.Equal("H3", map.QuerySelector("[id]")!.NodeName);
        Assert.Contains(map.QuerySelectorAll(".map__list strong"), name => name.TextContent == country);
        Assert.InRange(weight, 1, 100_000);
    }

    private async Task<HashSet<string>> ProjectsAsync(string list)
    {
        var projects = new HashSet<string>();
        for (var number = 1; number <= 2; number++)
        {
            using var answer = await website.VisitAsync($"{list}?page={number}");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                projects.UnionWith((await website.PageAsync($"{list}?page={number}")).QuerySelectorAll(".card__title a").Select(Address));
            }
        }

        return projects;
    }

    private static string Address(IElement link) => link.GetAttribute("href")!;
}
