using System.Net;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>What is typed and not saved: kept for its author alone, through a sign-in that ends, until it is saved or thrown away.</summary>
public abstract class WorkTests(EditorSite site)
{
    [StoreFact]
    public async Task Text_that_was_typed_is_kept_for_its_author_and_gone_once_it_is_saved()
    {
        await site.AddTrialAsync("garde", "fr", "Essai gardé", """ "Line": { "Text": "enregistré" } """);
        using var browser = await site.OpenAsAsync("editor");
        using var colleague = await site.OpenAsAsync("colleague");
        await KeepAsync((await EditorForm.OpenAsync(browser, "/admin/content/garde/edit")).Fill("Trial.Line", "pas encore enregistré"), browser, "garde");

        Assert.Equal("enregistré", (await EditorForm.OpenAsync(browser, "/admin/content/garde/edit")).Value("Trial.Line"));
        Assert.Contains("/admin/content/garde/edit?kept=true", await browser.TextAsync("/admin/content/garde/edit"), StringComparison.Ordinal);
        Assert.Contains("/admin/content/garde/edit?kept=true", await browser.TextAsync("/admin"), StringComparison.Ordinal);
        Assert.DoesNotContain("kept=true", await colleague.TextAsync("/admin/content/garde/edit"), StringComparison.Ordinal);
        Assert.Equal("enregistré", (await EditorForm.OpenAsync(colleague, "/admin/content/garde/edit?kept=true")).Value("Trial.Line"));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(await browser.TextAsync("/admin/content/garde"), "/versions/"));

        var form = await EditorForm.OpenAsync(browser, "/admin/content/garde/edit?kept=true");
        Assert.Equal("pas encore enregistré", form.Value("Trial.Line"));
        await form.SaveAsync();
        Assert.Equal("pas encore enregistré", (await EditorForm.OpenAsync(browser, "/admin/content/garde/edit")).Value("Trial.Line"));
        Assert.DoesNotContain("kept=true", await browser.TextAsync("/admin/content/garde/edit"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Text_based_on_an_older_version_meets_the_newer_one_field_by_field()
    {
        await site.AddTrialAsync("garde-conflit", "fr", "Essai de conflit", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        using var colleague = await site.OpenAsAsync("colleague");
        await KeepAsync((await EditorForm.OpenAsync(browser, "/admin/content/garde-conflit/edit")).Fill("Trial.Line", "le mien"), browser, "garde-conflit");
        await (await EditorForm.OpenAsync(colleague, "/admin/content/garde-conflit/edit")).Fill("Trial.Line", "le leur").SaveAsync();

        var conflict = await (await EditorForm.OpenAsync(browser, "/admin/content/garde-conflit/edit?kept=true")).PressAsync("draft");

        Assert.Equal(409, conflict.Status);
        Assert.Contains("le mien", conflict.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("le leur", conflict.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Form_sent_after_the_sign_in_has_ended_comes_back_after_the_next_one()
    {
        await site.AddTrialAsync("fini", "fr", "Essai fini", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/fini/edit")).Fill("Trial.Line", "une heure de travail");
        using (await browser.SendAsync("/admin", "/logout"))
        using (var sent = await form.SendAsync("draft"))
        {
            Assert.StartsWith("/login", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        using var signedIn = await browser.SignInAsync("editor", UserSite.Password, "/admin/content/fini/edit/draft");
        using var back = await browser.GetAsync(signedIn.Headers.Location!.OriginalString);
        form = await EditorForm.OpenAsync(browser, back.Headers.Location!.OriginalString);

        Assert.Equal("une heure de travail", form.Value("Trial.Line"));
        await form.SaveAsync();
        Assert.Equal("une heure de travail", (await EditorForm.OpenAsync(browser, "/admin/content/fini/edit")).Value("Trial.Line"));
    }

    [StoreFact]
    public async Task New_item_that_was_never_saved_comes_back_too()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Jamais enregistré").Fill("Trial.Line", "beaucoup de texte");
        await KeepAsync(form, browser, form.Id);

        Assert.Contains("Jamais enregistré", await browser.TextAsync("/admin"), StringComparison.Ordinal);
        var kept = await EditorForm.OpenAsync(browser, $"/admin/content/{form.Id}/edit?kept=true");
        Assert.Equal("beaucoup de texte", kept.Value("Trial.Line"));
        await kept.SaveAsync();
        Assert.DoesNotContain($"{form.Id}/edit?kept=true", await browser.TextAsync("/admin"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Stranger_keeps_nothing_in_somebody_elses_name()
    {
        await site.AddTrialAsync("etranger", "fr", "Essai étranger");
        using var stranger = site.Open();
        foreach (var cookie in (string[])["other=1", "editor=forged", "editor=editor%20editor"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/content/etranger/edit/draft") { Content = new FormUrlEncodedContent([KeyValuePair.Create("_type", "Trial"), KeyValuePair.Create("Trial.Line", "faux")]) };
            request.Headers.Add("Cookie", cookie);
            using var answer = await stranger.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var browser = await site.OpenAsAsync("editor");
        Assert.DoesNotContain("kept=true", await browser.TextAsync("/admin/content/etranger/edit"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Who_opens_an_item_sees_who_else_has_it_open()
    {
        await site.AddTrialAsync("ouvert", "fr", "Essai ouvert");
        using var browser = await site.OpenAsAsync("editor");
        using var colleague = await site.OpenAsAsync("colleague");
        Assert.DoesNotContain("colleague", (await EditorForm.OpenAsync(browser, "/admin/content/ouvert/edit")).Page.QuerySelector("#work")!.TextContent, StringComparison.Ordinal);

        var theirs = await EditorForm.OpenAsync(colleague, "/admin/content/ouvert/edit");
        Assert.Contains("editor", theirs.Page.QuerySelector("#work")!.TextContent, StringComparison.Ordinal);
        await theirs.Fill("Trial.Line", "fini").SaveAsync();
        Assert.DoesNotContain("colleague", (await EditorForm.OpenAsync(browser, "/admin/content/ouvert/edit")).Page.QuerySelector("#work")!.TextContent, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Kept_text_is_thrown_away_on_demand()
    {
        await site.AddTrialAsync("jete", "fr", "Essai jeté");
        using var browser = await site.OpenAsAsync("editor");
        await KeepAsync((await EditorForm.OpenAsync(browser, "/admin/content/jete/edit")).Fill("Trial.Line", "à jeter"), browser, "jete");

        using var thrown = await browser.SendAsync("/admin/content/jete/edit", "/admin/content/jete/edit/work/removal");

        Assert.Equal("/admin/content/jete/edit", thrown.Headers.Location!.OriginalString);
        Assert.DoesNotContain("kept=true", await browser.TextAsync("/admin/content/jete/edit"), StringComparison.Ordinal);
    }

    /// <summary>What the script does every few seconds.</summary>
    private static async Task KeepAsync(EditorForm form, Browser browser, string id)
    {
        using var kept = await browser.PostAsync($"/admin/content/{id}/edit/work", [.. form.Inputs]);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }
}

[Collection(EditorTests.Name)]
public sealed class SqliteWorkTests(EditorSite site) : WorkTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresWorkTests(PostgresEditorSite site) : WorkTests(site), IClassFixture<PostgresEditorSite>;
