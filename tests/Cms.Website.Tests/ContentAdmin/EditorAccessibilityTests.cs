using System.Net;
using System.Text.Json.Nodes;
using Cms.Data;
using Dapper;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>What shuts readers out is said, asks for a reason before it is published, and never stops a draft.</summary>
[Collection(EditorTests.Name)]
public sealed class EditorAccessibilityTests(EditorSite site)
{
    private const string Bad = "## Un\n\n[cliquez ici](/fr)";

    [Fact]
    public async Task Text_that_shuts_readers_out_is_published_with_a_reason_only()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Essai fermé").Fill("Trial.Body", Bad);
        var gate = await form.PressAsync("publication");
        Assert.Equal(400, gate.Status);
        Assert.Contains("cliquez ici", gate.Page.QuerySelector("#gate a[href='#f-Trial-Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Bad, gate.Value("Trial.Body"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync($"/api/content/{gate.Id}")).StatusCode);

        // Spaces are no reason.
        gate = await gate.Fill("_reason", "   ").PressAsync("publication");
        Assert.Equal(400, gate.Status);

        Assert.EndsWith("?done=published", await gate.Fill("_reason", "Mot du président, repris tel quel").SaveAsync("publication"), StringComparison.Ordinal);
        Assert.Contains("cliquez ici", (await browser.PublishedAsync(gate.Id)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("Mot du président, repris tel quel", "Mot du président, repris tel quel"), await ReasonsAsync(gate.Id));
    }

    [Fact]
    public async Task Draft_is_saved_whatever_it_says_and_its_page_lists_what_was_found()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Essai en cours").Fill("Trial.Body", Bad);
        var saved = await EditorForm.OpenAsync(browser, await form.SaveAsync());
        Assert.Single(saved.Page.QuerySelectorAll(".checks .finding--error a[href='#f-Trial-Body']"));
        Assert.Null(saved.Page.QuerySelector("#gate"));
    }

    [Fact]
    public async Task Warning_and_hint_stop_nothing()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Essai averti").Fill("Trial.Body", "Voir https://example.org : we are the champions of the world.");
        var page = await EditorForm.OpenAsync(browser, await form.SaveAsync("publication"));
        Assert.Single(page.Page.QuerySelectorAll(".finding--warning"));
        Assert.Single(page.Page.QuerySelectorAll(".finding--hint"));
    }

    [Fact]
    public async Task Form_is_checked_while_it_is_written_and_nothing_is_saved()
    {
        await site.AddTrialAsync("verifie", "fr", "Essai vérifié", """ "Line": { "Text": "publié" } """);
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/verifie/edit");
        using var answer = await form.Fill("Trial.Body", Bad).PostAsync("check");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var found = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-for=\"f-Trial-Body\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", found, StringComparison.Ordinal);
        Assert.Equal("", (await EditorForm.OpenAsync(browser, "/admin/content/verifie/edit")).Value("Trial.Body"));
    }

    [Fact]
    public async Task Dialogs_find_pages_and_pictures_for_editors_only()
    {
        using var browser = await site.OpenAsAsync("editor");
        var pages = JsonNode.Parse(await browser.TextAsync("/admin/content/targets/items?text=canal%20du%20midi"))!;
        Assert.Equal("item:canal", (string?)pages["hits"]![0]!["value"]);
        Assert.Empty(JsonNode.Parse(await browser.TextAsync("/admin/content/targets/pictures?text=pont"))!["hits"]!.AsArray());

        using var anonymous = site.Open();
        Assert.NotEqual(HttpStatusCode.OK, (await anonymous.GetAsync("/admin/content/targets/items")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await anonymous.GetAsync("/admin/content/targets/pictures")).StatusCode);
    }

    /// <summary>The comment of the newest version, and that of the audit.</summary>
    private async Task<(string Version, string Audit)> ReasonsAsync(string id)
    {
        var (version, audit) = ("", "");
        await site.RunAsync<IDatabase>(async database =>
        {
            version = await database.ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT comment FROM content_version WHERE item_id = @id ORDER BY number DESC LIMIT 1", new { id }));
            audit = await database.ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT comment FROM audit WHERE subject = @id AND verb = 'publish' ORDER BY utc DESC LIMIT 1", new { id }));
        });
        return (version, audit);
    }
}
