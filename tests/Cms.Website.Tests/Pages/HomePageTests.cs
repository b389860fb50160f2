using System.Text.Json.Nodes;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

[Collection(SeededWebsiteTests.Name)]
public sealed class HomePageTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr", "Actualités, Pour vous, Programmes, Chiffres clés, Coopération internationale, Agenda 21, Événements, À voir aussi")]
    [InlineData("/en", "News, For you, Programmes, Key figures, International cooperation, Agenda 21, Events, See also")]
    public async Task Blocks_lead_into_every_part_of_the_website(string address, string headings)
    {
        var page = await website.PageAsync(address);
        var blocks = page.QuerySelectorAll("main section").ToList();

        Assert.Equal(headings.Split(", "), blocks.Select(block => block.QuerySelector("h2")!.TextContent));
        Assert.All(blocks, block => Assert.Equal(block.QuerySelector("h2")!.Id, block.GetAttribute("aria-labelledby")));
        Assert.All(blocks, block => Assert.NotEmpty(block.QuerySelectorAll("a")));
        Assert.Equal(21, page.QuerySelectorAll("main .card").Length);
        foreach (var link in page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Distinct())
        {
            Assert.StartsWith(address + "/", link, StringComparison.Ordinal);
            Assert.Single((await website.PageAsync(link)).QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Card_of_an_item_that_is_withdrawn_leaves_its_block()
    {
        var article = await website.PublishAsync(WritingTests.Page("Nouvelle des isards"));
        var page = WritingTests.Page("Bloc des isards");
        page["Page"] = JsonNode.Parse(
            $$"""
            { "Blocks": { "Rows": [ {
                "Id": "isards", "Heading": { "Text": "À lire" }, "Items": { "LocalizationSets": ["{{article["LocalizationPart"]!["LocalizationSet"]}}"] },
                "More": { "Url": "/fr/actualites", "Text": "Tout lire" } } ] } }
            """);
        await website.PublishAsync(page);
        await website.ShowsAsync("/fr/bloc-des-isards", "Nouvelle des isards");

        using var deleted = await website.SendAsync(HttpMethod.Delete, $"/api/content/{article["ContentItemId"]}", "admin");

        await website.ShowsAsync("/fr/bloc-des-isards", "Nouvelle des isards", shown: false);
        var left = await website.PageAsync("/fr/bloc-des-isards");
        Assert.Equal("À lire", left.QuerySelector("main section h2")!.TextContent);
        Assert.Equal("/fr/actualites", left.QuerySelector("main section a")!.GetAttribute("href"));
    }
}
