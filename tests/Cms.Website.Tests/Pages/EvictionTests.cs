using System.Net;
using System.Text.Json.Nodes;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>A kept page goes when something it shows changes, and only then. A website of its own, for it changes the recipe's items.</summary>
public abstract class EvictionTests(SeededWebsite website)
{
    private const string French = "4hapc1d6cb3ypntbbb0ms65cqy";
    private const string Contact = "4f8818w64d9bpg49sm0tptpbnp";
    private const string Themes = "4r55atvh288myb1hf0gn67snp4";
    private const string MainMenu = "44vqq53k3eg4znknxq07xtcbnr";

    [StoreFact]
    public async Task Page_and_list_change_with_their_item()
    {
        await website.KeptAsync("/fr/agenda-21/5-2-2");
        await website.KeptAsync("/fr/agenda-21");

        await website.PublishAsync(website.Item(French).Titled("Participation des isards"));

        await website.ShowsAsync("/fr/agenda-21/5-2-2", "Participation des isards");
        await website.ShowsAsync("/fr/agenda-21", "Participation des isards");
    }

    [StoreFact]
    public async Task Page_changes_with_an_item_that_it_points_to()
    {
        await website.KeptAsync("/fr/agenda-21/5-1-1");

        await website.PublishAsync(website.Item(Contact).Titled("Pôle des isards"));

        await website.ShowsAsync("/fr/agenda-21/5-1-1", "Pôle des isards");
    }

    [StoreFact]
    public async Task Page_changes_with_an_item_that_comes_to_point_to_it_and_not_with_others_of_its_type()
    {
        await website.KeptAsync("/fr/agenda-21/5-1-2");
        await website.PublishAsync(WritingTests.Page("Page des marmottes"));
        var marker = await website.PublishAsync(WritingTests.Page("Repère des marmottes"));
        await website.ShowsAsync($"/fr/{((string)marker["AutoroutePart"]!["Path"]!)[3..]}", "Repère des marmottes");
        using var other = await website.VisitAsync("/fr/agenda-21/5-1-2");
        var pointing = WritingTests.Page("Où voir les marmottes");
        var set = (string)website.Items.Single(item => (string?)item["Agenda21Action"]?["Code"]?["Text"] == "5.1.2" && (string?)item["LocalizationPart"]!["Culture"] == "fr")["LocalizationPart"]!["LocalizationSet"]!;
        pointing["Page"] = new JsonObject { ["Body"] = new JsonObject { ["Markdown"] = $"Voir [l'action](item:{set})." } };

        await website.PublishAsync(pointing);

        Assert.True(other.WasKept());
        await website.ShowsAsync("/fr/agenda-21/5-1-2", "Où voir les marmottes");
    }

    [StoreFact]
    public async Task Pages_change_with_a_term()
    {
        await website.KeptAsync("/fr/agenda-21/5-2-4");
        var themes = website.Item(Themes);
        var digital = themes["TermsPart"]!["Terms"]!["Rows"]!.AsArray().Single(row => (string?)row!["Code"]!["Text"] == "digital")!;
        digital["Name"] = new JsonObject { ["Text"] = "Numérique partout" };

        await website.PublishAsync(themes);

        await website.ShowsAsync("/fr/agenda-21/5-2-4", "Numérique partout");
    }

    [StoreFact]
    public async Task Every_page_changes_with_the_menu()
    {
        await website.KeptAsync("/fr/mentions-legales");
        var menu = website.Item(MainMenu);
        menu["Menu"]!["Entries"]!["Rows"]![0]!["Label"] = new JsonObject { ["Text"] = "Tout début" };

        await website.PublishAsync(menu);

        await website.ShowsAsync("/fr/mentions-legales", "Tout début");
    }

    [StoreFact]
    public async Task New_item_appears_in_a_kept_list_and_withdrawn_one_leaves_it()
    {
        await website.KeptAsync("/en/agenda-21");
        var action = website.Item("4fgga4t1ah0nag0zmpwahzatqz");
        action.Remove("ContentItemId");
        action.Remove("ContentItemVersionId");
        action.Remove("LocalizationPart");
        action["LocalizationPart"] = new JsonObject { ["Culture"] = "en" };
        action["Agenda21Action"]!["Code"] = new JsonObject { ["Text"] = "9.9.1" };
        var made = await website.PublishAsync(action.Titled("Count the chamois"));
        await website.ShowsAsync("/en/agenda-21", "Count the chamois");
        await website.KeptAsync("/en/agenda-21/9-9-1");

        using var deleted = await website.SendAsync(HttpMethod.Delete, $"/api/content/{made["ContentItemId"]}", "admin");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await website.ShowsAsync("/en/agenda-21", "Count the chamois", shown: false);
        await website.ShowsAsync("/en/agenda-21/9-9-1", "Count the chamois", shown: false);
    }

    [StoreFact]
    public async Task Page_that_shows_nothing_of_it_stays()
    {
        var before = await website.KeptAsync("/en/privacy");

        await website.PublishAsync(website.Item("474n7eyh3e95efmf6kwjfkex2e").Titled("Mentions des isards"));
        await website.ShowsAsync("/fr/mentions-legales", "Mentions des isards");

        // The follower drops what a change concerns in one go; the footer's menu leads to the legal page in French only.
        using var answer = await website.VisitAsync("/en/agenda-21/5-2-3");
        Assert.Equal(before, await website.KeptAsync("/en/privacy"));
    }

    [StoreFact]
    public async Task Draft_changes_no_page()
    {
        var before = await website.KeptAsync("/en/agenda-21/5-1-2");
        var draft = website.Item("48pqj4kt5v41t71jhp8t9h820r").Titled("Secret chamois");

        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content?draft=true", "admin", draft);
        await WritingTests.BodyAsync(answer, HttpStatusCode.OK);

        // Something published afterwards has passed the follower: so has the draft.
        var marker = await website.PublishAsync(WritingTests.Page("Marqueur des isards"));
        await website.ShowsAsync($"/fr/{((string)marker["AutoroutePart"]!["Path"]!)[3..]}", "Marqueur des isards");
        Assert.Equal(before, await website.Client.GetStringAsync("/en/agenda-21/5-1-2"));
        Assert.DoesNotContain("Secret chamois", await website.Client.GetStringAsync("/en/agenda-21"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Pages_read_while_they_change_end_with_the_last_change()
    {
        var item = website.Item("455y1chjqy6ccknmzztyd07mjq");
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await website.VisitAsync("/fr/agenda-21/5-2-1");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        })).ToArray();
        for (var round = 0; round < 15; round++)
        {
            var title = FormattableString.Invariant($"Tour {round} des isards");
            await website.PublishAsync(item.Titled(title));
            await website.ShowsAsync("/fr/agenda-21/5-2-1", title);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Contains("Tour 14 des isards", await website.KeptAsync("/fr/agenda-21/5-2-1"), StringComparison.Ordinal);
    }
}

public sealed class SqliteEvictionTests(SeededWebsite website) : EvictionTests(website), IClassFixture<SeededWebsite>;

[Collection(PostgresTests.Name)]
public sealed class PostgresEvictionTests(PostgresWebsite website) : EvictionTests(website), IClassFixture<PostgresWebsite>;
