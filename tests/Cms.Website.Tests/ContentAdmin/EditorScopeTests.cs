using System.Net;
using AngleSharp.Html.Parser;
using Cms.Core.Security;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>What somebody who writes in some languages only finds in the form; a commune looked up; a comment on a version.</summary>
public abstract class EditorScopeTests(EditorSite site)
{
    private const string Rows = """ "Steps": { "Rows": [ { "Id": "un", "Name": { "Text": "mot" }, "Weight": { "Value": 7 } } ] }, "Period": { "Start": "2018" } """;

    [StoreFact]
    public async Task What_languages_share_is_text_to_a_translator_and_the_own_texts_are_saved()
    {
        await site.AddTrialAsync("portee-fr", "fr", "Essai de portée", Rows, "portee");
        await site.AddAsync("traductrice", "Translator", new ActorScope(null, new HashSet<string> { "en" }));
        using var browser = await site.OpenAsAsync("traductrice");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/en?set=portee");

        Assert.Null(form.Page.QuerySelector("[name='Trial.Period.Start']"));
        Assert.Contains(form.Page.QuerySelectorAll(".field--fixed"), field => field.TextContent.Contains("2018", StringComparison.Ordinal));
        Assert.Empty(form.Page.QuerySelectorAll(".row__steps, button[value^='add|']"));
        Assert.Equal("hidden", form.Page.QuerySelector("[name='Trial.Steps[un].Weight']")!.GetAttribute("type"));

        await form.Fill("TitlePart.Title", "Trial of scope").Fill("Trial.Line", "a line").Fill("Trial.Steps[un].Name", "word").SaveAsync();
        form = await EditorForm.OpenAsync(browser, $"/admin/content/{form.Id}/edit");
        Assert.Equal(("a line", "word", "7"), (form.Value("Trial.Line"), form.Value("Trial.Steps[un].Name"), form.Value("Trial.Steps[un].Weight")));
        Assert.EndsWith("?done=unchanged", await form.SaveAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Translator_finds_what_waits_for_a_translation_and_reads_what_is_published_beside_it()
    {
        await site.AddTrialAsync("attend-fr", "fr", "Essai qui attend", """ "Line": { "Text": "ligne publiée" } """, "attend");
        await site.AddAsync("traducteur", "Translator", new ActorScope(null, new HashSet<string> { "en" }));
        using var editor = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(editor, "/admin/content/attend-fr/edit")).Fill("Trial.Line", "ligne secrète").SaveAsync();
        using var browser = await site.OpenAsAsync("traducteur");
        var list = await new HtmlParser().ParseDocumentAsync(await browser.TextAsync("/admin/translations"));
        var address = Assert.Single(list.QuerySelectorAll("a.btn--small"), link => link.TextContent.Contains("Essai qui attend", StringComparison.Ordinal)).GetAttribute("href")!;

        var form = await EditorForm.OpenAsync(browser, address);
        Assert.Contains(form.Page.QuerySelectorAll(".source__text"), text => text.TextContent == "ligne publiée");
        Assert.DoesNotContain("ligne secrète", form.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(form.Page.QuerySelectorAll(".versions a"));
        await form.Fill("TitlePart.Title", "Waiting trial").Fill("Trial.Line", "published line").SaveAsync();
        Assert.DoesNotContain("Essai qui attend", await browser.TextAsync("/admin/translations"), StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromMinutes(20));
        await (await EditorForm.OpenAsync(editor, "/admin/content/attend-fr/edit")).SaveAsync("publication");
        var older = await browser.TextAsync("/admin/translations");
        Assert.Contains($"/admin/content/{form.Id}/edit", older, StringComparison.Ordinal);
        Assert.Equal(400, await browser.StatusAsync("/admin/translations?language=xx"));
    }

    [StoreFact]
    public async Task Forged_input_of_a_shared_field_is_refused()
    {
        await site.AddTrialAsync("force-fr", "fr", "Essai forcé", Rows, "force");
        await site.AddAsync("faussaire", "Translator", new ActorScope(null, new HashSet<string> { "en" }));
        using var browser = await site.OpenAsAsync("faussaire");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/en?set=force")).Fill("TitlePart.Title", "Forged trial");
        using var answer = await browser.PostAsync($"/admin/content/{form.Id}/edit/draft", [.. form.Inputs, ("Trial.Period.Start", "2031")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("2018", (string?)(await browser.PublishedAsync("force-fr"))["Trial"]!["Period"]!["Start"]);
    }

    [StoreFact]
    public async Task Commune_is_looked_up_and_fills_in_the_address()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("TitlePart.Title", "Essai de commune").Fill("Trial.Place.Street", "1 place Royale").Fill("Trial.Place~find", "oloron").PressAsync("enter");
        Assert.Contains("Oloron-Sainte-Marie", form.Page.QuerySelector(".communes")!.TextContent, StringComparison.Ordinal);
        form = await form.PressAsync("commune|Trial.Place|64422");
        Assert.Equal(
            ("1 place Royale", "64400", "Oloron-Sainte-Marie", "64422", "FR"),
            (form.Value("Trial.Place.Street"), form.Value("Trial.Place.PostalCode"), form.Value("Trial.Place.Locality"), form.Value("Trial.Place.Commune"), form.Value("Trial.Place.Country")));
        Assert.Null(form.Page.QuerySelector(".communes"));

        await form.SaveAsync("publication");
        Assert.Equal("64422", (string?)(await browser.PublishedAsync(form.Id))["Trial"]!["Place"]!["Commune"]);
    }

    [StoreFact]
    public async Task Commune_that_nobody_knows_is_said_and_nothing_is_lost()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("Trial.Place.Street", "1 rue").Fill("Trial.Place~find", "<b>Atlantide</b>").PressAsync("find|Trial.Place");
        Assert.Contains(form.Page.QuerySelectorAll("[role=status]"), status => status.TextContent.Contains("<b>Atlantide</b>", StringComparison.Ordinal));
        Assert.Equal("1 rue", form.Value("Trial.Place.Street"));
    }

    [StoreFact]
    public async Task Comment_on_a_version_is_in_the_history_also_after_a_conflict()
    {
        await site.AddTrialAsync("commente", "fr", "Essai commenté", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        using var colleague = await site.OpenAsAsync("colleague");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/commente/edit");
        await (await EditorForm.OpenAsync(colleague, "/admin/content/commente/edit")).Fill("Trial.Line", "leur texte").Fill("_comment", "relu par Léa").SaveAsync();
        Assert.Contains("relu par Léa", WebUtility.HtmlDecode(await browser.TextAsync("/admin/content/commente")), StringComparison.Ordinal);

        var conflict = await form.Fill("Trial.Line", "mon texte").Fill("_comment", "chiffres de 2026").PressAsync("draft");
        Assert.Equal(409, conflict.Status);
        using var solved = await browser.PostAsync("/admin/content/commente/edit/resolution/draft", [.. conflict.Inputs, ("_choice Trial.Line", "mine")]);
        Assert.Equal(HttpStatusCode.Redirect, solved.StatusCode);
        Assert.Contains("chiffres de 2026", WebUtility.HtmlDecode(await browser.TextAsync("/admin/content/commente")), StringComparison.Ordinal);
    }
}

[Collection(EditorTests.Name)]
public sealed class SqliteEditorScopeTests(EditorSite site) : EditorScopeTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresEditorScopeTests(PostgresEditorSite site) : EditorScopeTests(site), IClassFixture<PostgresEditorSite>;
