using System.Net;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>An item without a translation, as the contract has it.</summary>
public abstract class FallbackTests(SeededWebsite website)
{
    [StoreFact]
    public async Task Item_without_a_translation_is_shown_with_a_notice_and_in_its_own_language()
    {
        var slug = await ActionAsync("fr", "8.1.1", "Observer les isards");

        var page = await website.PageAsync($"/en/agenda-21/{slug}");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector(".notice")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Contains("not been translated", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal($"http://localhost:5080/fr/agenda-21/{slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["fr", "x-default"], page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")));
        Assert.DoesNotContain($"/en/agenda-21/{slug}", await website.Client.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Original_leads_to_the_place_of_its_missing_translation()
    {
        var slug = await ActionAsync("fr", "8.1.2", "Nourrir les isards");

        var page = await website.PageAsync($"/fr/agenda-21/{slug}");

        Assert.Null(page.QuerySelector(".notice"));
        Assert.Equal($"/en/agenda-21/{slug}", page.QuerySelector("a[hreflang=en]")!.GetAttribute("href"));
    }

    [StoreFact]
    public async Task Translation_takes_over_the_old_address()
    {
        var page = await website.PublishAsync(WritingTests.Page("Page des marmottes"));
        Assert.Equal(HttpStatusCode.OK, (await website.PageAsync("/en/page-des-marmottes")).StatusCode);
        var translation = WritingTests.Page("Page of the marmots", "en");
        translation["LocalizationPart"]!["LocalizationSet"] = page["LocalizationPart"]!["LocalizationSet"]!.DeepClone();

        await website.PublishAsync(translation);

        for (var attempt = 0; ; attempt++)
        {
            using var answer = await website.VisitAsync("/en/page-des-marmottes");
            if (answer.StatusCode == HttpStatusCode.MovedPermanently)
            {
                Assert.Equal("/en/page-of-the-marmots", answer.Headers.Location?.ToString());
                break;
            }

            Assert.True(attempt < 300, $"{(int)answer.StatusCode}");
            await Task.Delay(100);
        }
    }

    [StoreFact]
    public async Task Changed_address_leads_to_the_new_one()
    {
        var page = await website.PublishAsync(WritingTests.Page("Ancienne adresse"));
        page["AutoroutePart"]!["Path"] = "fr/nouvelle-adresse";

        await website.PublishAsync(page);

        await website.ShowsAsync("/fr/nouvelle-adresse", "Ancienne adresse");
        using var old = await website.VisitAsync("/fr/ancienne-adresse");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/fr/nouvelle-adresse", old.Headers.Location?.ToString());
    }

    private async Task<string> ActionAsync(string culture, string code, string title)
    {
        var action = website.Item("4hapc1d6cb3ypntbbb0ms65cqy");
        action.Remove("ContentItemId");
        action.Remove("ContentItemVersionId");
        action["LocalizationPart"] = new System.Text.Json.Nodes.JsonObject { ["Culture"] = culture };
        action["Agenda21Action"]!["Code"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = code };
        var made = await website.PublishAsync(action.Titled(title));
        return ((string)made["AutoroutePart"]!["Path"]!).Split('/')[^1];
    }
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteFallbackTests(SeededWebsite website) : FallbackTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresFallbackTests(PostgresWebsite website) : FallbackTests(website), IClassFixture<PostgresWebsite>;
