using System.Text.Json.Nodes;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.Sites;

/// <summary>The map of places, département by département.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class PlaceMapTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/lieux", "Arménie")]
    [InlineData("/en/places", "Armenia")]
    public async Task Map_begins_with_the_departement_that_has_the_most_places(string path, string country)
    {
        var page = await website.PageAsync(path);

        Assert.Equal("Bouches-du-Rhône", page.QuerySelector(".map__views [aria-current]")!.ChildNodes[0].TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll(".map__views a"), view => view.TextContent.Trim().StartsWith(country, StringComparison.Ordinal));
        Assert.Contains("km", page.QuerySelector(".map__scale")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_without_a_position_stands_beside_the_map()
    {
        await website.PublishAsync(Site("Refuge des isards", null));
        await website.PublishAsync(Site("Cabane des isards", new JsonObject { ["Latitude"] = 42.9, ["Longitude"] = -0.4 }));
        await website.ShowsAsync("/fr/lieux", "Cabane des isards");

        var page = await website.PageAsync("/fr/lieux?zoom=elsewhere");

        Assert.Contains("Refuge des isards", page.QuerySelector(".map__beside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cabane des isards", page.QuerySelector(".map__list")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Cabane des isards", Assert.Single(page.QuerySelectorAll(".map__sheet a")).GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private static JsonObject Site(string title, JsonObject? position) => new()
    {
        ["ContentType"] = "Site",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["LocalizationPart"] = new JsonObject { ["Culture"] = "fr" },
        ["Site"] = position is null ? [] : new JsonObject { ["Position"] = position },
    };
}
