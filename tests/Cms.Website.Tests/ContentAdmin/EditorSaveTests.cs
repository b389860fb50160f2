using System.Net;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Making, translating and saving items: nothing is made twice, nobody's words are lost, and rights hold.</summary>
[Collection(EditorTests.Name)]
public sealed class EditorSaveTests(EditorSite site)
{
    [Fact]
    public async Task Form_of_a_new_item_that_is_sent_twice_makes_one()
    {
        using var browser = await site.OpenAsAsync("editor");
        var title = $"Essai double {Guid.NewGuid():N}";
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", title);
        var sent = await Task.WhenAll(form.SendAsync("publication"), form.SendAsync("publication"), form.SendAsync("publication"));
        Assert.All(sent, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(sent.Select(answer => answer.Headers.Location!.OriginalString.Split('?')[0]).Distinct());

        var list = await browser.TextAsync("/admin/content?type=Trial&language=fr");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(list, $"grid__main[^>]*>{title}"));
    }

    [Fact]
    public async Task Draft_is_seen_by_nobody_until_it_is_published()
    {
        await site.AddTrialAsync("brouillon", "fr", "Essai public");
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/brouillon/edit");
        Assert.EndsWith("?done=saved", await form.Fill("Trial.Line", "pas encore").SaveAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("pas encore", await browser.PageOfAsync("brouillon"), StringComparison.Ordinal);

        form = await EditorForm.OpenAsync(browser, "/admin/content/brouillon/edit");
        Assert.EndsWith("?done=published", await form.SaveAsync("publication"), StringComparison.Ordinal);
        Assert.Contains("pas encore", await browser.PageOfAsync("brouillon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_is_taken_back_and_what_visitors_see_is_the_newest_again()
    {
        await site.AddTrialAsync("reprise-fr", "fr", "Essai repris", """ "Line": { "Text": "publié" }, "Period": { "Start": "2018" } """, "reprise");
        await site.AddTrialAsync("reprise-en", "en", "Trial taken back", """ "Line": { "Text": "published" }, "Period": { "Start": "2018" } """, "reprise");
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/reprise-fr/edit");
        await form.Fill("Trial.Line", "brouillon").Fill("Trial.Period.Start", "2031").Fill("Trial.Related", "canal").SaveAsync();
        form = await EditorForm.OpenAsync(browser, "/admin/content/reprise-en/edit");
        await form.Fill("Trial.Line", "draft").SaveAsync();

        // The English draft may hold to the new date, so the date stays until that draft is gone as well.
        await TakeBackAsync(browser, "reprise-fr");
        form = await EditorForm.OpenAsync(browser, "/admin/content/reprise-fr/edit");
        Assert.Equal("publié", form.Value("Trial.Line"));
        Assert.Equal("2031", form.Value("Trial.Period.Start"));
        await TakeBackAsync(browser, "reprise-en");
        form = await EditorForm.OpenAsync(browser, "/admin/content/reprise-fr/edit");
        Assert.Equal("2018", form.Value("Trial.Period.Start"));
        Assert.Empty(form.All("Trial.Related"));
        Assert.EndsWith("?done=published", await form.Fill("Trial.Line", "mieux").SaveAsync("publication"), StringComparison.Ordinal);

        // A draft that is all there is can not be taken back.
        var fresh = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        await fresh.Fill("TitlePart.Title", "Essai seul").SaveAsync();
        using var refused = await browser.SendAsync("/admin/content", $"/admin/content/{fresh.Id}/draft/removal", ("revision", "1"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Translation_begins_with_what_is_shared_and_shows_the_other_language()
    {
        await site.AddTrialAsync("traduire", "fr", "Essai à traduire", """ "Line": { "Text": "la ligne française" }, "Period": { "Start": "2018" } """);
        using var browser = await site.OpenAsAsync("editor");
        var french = await EditorForm.OpenAsync(browser, "/admin/content/traduire/edit");
        Assert.Empty(french.Page.QuerySelectorAll(".shared"));
        var address = french.Page.QuerySelector(".versions__new")!.GetAttribute("href")!;
        var form = await EditorForm.OpenAsync(browser, address);
        Assert.Equal("2018", form.Value("Trial.Period.Start"));
        Assert.Equal("", form.Value("Trial.Line"));
        Assert.Contains(form.Page.QuerySelectorAll("details[open] > .source__text[lang=fr]"), text => text.TextContent == "la ligne française");
        Assert.Contains("français", form.Page.QuerySelector(".shared")!.TextContent, StringComparison.Ordinal);

        await form.Fill("TitlePart.Title", "Trial in English").Fill("Trial.Period.Start", "2019").SaveAsync("publication");
        Assert.Equal("2019", (string?)(await browser.PublishedAsync("traduire"))["Trial"]!["Period"]!["Start"]);
        Assert.Equal("traduire", (string?)(await browser.PublishedAsync(form.Id))["LocalizationPart"]!["LocalizationSet"]);

        // The address leads to the translation now that there is one.
        using var again = await browser.GetAsync(address);
        Assert.Equal($"/admin/content/{form.Id}/edit", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Late_save_shows_three_texts_and_keeps_what_is_chosen()
    {
        await site.AddTrialAsync("conflit", "fr", "Essai de conflit", """ "Line": { "Text": "avant" }, "Body": { "Markdown": "corps" }, "Number": { "Value": 1 }, "Budget": { "Amount": 5, "Currency": "EUR" } """);
        using var mine = await site.OpenAsAsync("editor");
        using var theirs = await site.OpenAsAsync("colleague");
        var form = await EditorForm.OpenAsync(mine, "/admin/content/conflit/edit");
        var first = await EditorForm.OpenAsync(theirs, "/admin/content/conflit/edit");
        await first.Fill("Trial.Line", "de ma collègue").Fill("Trial.Number", "2").Fill("Trial.Budget.Amount", "7").SaveAsync("publication");

        form.Fill("Trial.Line", "de moi").Fill("Trial.Body", "mon corps").Fill("Trial.Budget.Amount", "7");
        var conflict = await form.PressAsync("publication");
        Assert.Equal(409, conflict.Status);
        Assert.Contains("colleague", conflict.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["avant", "de ma collègue", "de moi"], conflict.Page.QuerySelectorAll("#f-Trial-Line .side__text").Select(text => text.TextContent));
        Assert.Empty(conflict.All("_choice Trial.Line"));
        Assert.Equal(["mine"], conflict.All("_choice Trial.Body"));
        Assert.Equal(["theirs"], conflict.All("_choice Trial.Number"));
        Assert.Null(conflict.Page.QuerySelector("#f-Trial-Budget"));
        Assert.Equal("de ma collègue", (string?)(await mine.PublishedAsync("conflit"))["Trial"]!["Line"]!["Text"]);

        // Without a choice where both changed, nothing is saved and the choices stay.
        var undecided = await conflict.PressAsync("resolution/publication");
        Assert.Equal(409, undecided.Status);
        Assert.Equal(["mine"], undecided.All("_choice Trial.Body"));
        await undecided.Fill("_choice Trial.Line", "mine").SaveAsync("resolution/publication");

        var part = (await mine.PublishedAsync("conflit"))["Trial"]!;
        Assert.Equal("de moi", (string?)part["Line"]!["Text"]);
        Assert.Equal("mon corps", (string?)part["Body"]!["Markdown"]);
        Assert.Equal(2, (int)part["Number"]!["Value"]!);
        Assert.Equal(7, (int)part["Budget"]!["Amount"]!);
    }

    [Fact]
    public async Task Conflict_that_is_overtaken_is_shown_again()
    {
        await site.AddTrialAsync("course", "fr", "Essai de course", """ "Line": { "Text": "avant" } """);
        using var mine = await site.OpenAsAsync("editor");
        using var theirs = await site.OpenAsAsync("colleague");
        var form = await EditorForm.OpenAsync(mine, "/admin/content/course/edit");
        await (await EditorForm.OpenAsync(theirs, "/admin/content/course/edit")).Fill("Trial.Line", "une fois").SaveAsync();
        var conflict = await form.Fill("Trial.Line", "moi").PressAsync("draft");
        await (await EditorForm.OpenAsync(theirs, "/admin/content/course/edit")).Fill("Trial.Line", "deux fois").SaveAsync();

        var second = await conflict.Fill("_choice Trial.Line", "mine").PressAsync("resolution/draft");
        Assert.Equal(409, second.Status);
        Assert.Equal(["avant", "deux fois", "moi"], second.Page.QuerySelectorAll("#f-Trial-Line .side__text").Select(text => text.TextContent));
        await second.Fill("_choice Trial.Line", "theirs").SaveAsync("resolution/draft");
        Assert.Equal("deux fois", (await EditorForm.OpenAsync(mine, "/admin/content/course/edit")).Value("Trial.Line"));
    }

    [Fact]
    public async Task Shared_field_that_the_other_language_changed_is_a_conflict_too()
    {
        await site.AddTrialAsync("commun-fr", "fr", "Essai commun", """ "Period": { "Start": "2018" } """, "commun");
        await site.AddTrialAsync("commun-en", "en", "Trial in common", """ "Period": { "Start": "2018" } """, "commun");
        using var mine = await site.OpenAsAsync("editor");
        using var theirs = await site.OpenAsAsync("colleague");
        var french = await EditorForm.OpenAsync(mine, "/admin/content/commun-fr/edit");
        await (await EditorForm.OpenAsync(theirs, "/admin/content/commun-en/edit")).Fill("Trial.Period.Start", "2020").SaveAsync("publication");

        var conflict = await french.Fill("Trial.Line", "autre chose").PressAsync("draft");
        Assert.Equal(409, conflict.Status);
        Assert.Equal(["2018", "2020", "2018"], conflict.Page.QuerySelectorAll("#f-Trial-Period .side__text").Select(text => text.TextContent));
        Assert.Equal(["theirs"], conflict.All("_choice Trial.Period"));
        await conflict.SaveAsync("resolution/publication");
        Assert.Equal("2020", (string?)(await mine.PublishedAsync("commun-fr"))["Trial"]!["Period"]!["Start"]);
    }

    [Fact]
    public async Task Item_that_was_put_into_the_bin_meanwhile_gives_the_text_back()
    {
        await site.AddTrialAsync("corbeille", "fr", "Essai jeté", """ "Line": { "Text": "avant" } """);
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/corbeille/edit");
        using var deleted = await browser.SendAsync("/admin/content/corbeille", "/admin/content/corbeille/removal", ("revision", form.Value("_revision")));
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);

        var refused = await form.Fill("Trial.Line", "mes mots").PressAsync("draft");
        Assert.Equal(400, refused.Status);
        Assert.Equal("mes mots", refused.Value("Trial.Line"));
        using var restored = await browser.SendAsync("/admin/content/bin", "/admin/content/corbeille/restoration");
        await refused.SaveAsync("publication");
        Assert.Equal("mes mots", (string?)(await browser.PublishedAsync("corbeille"))["Trial"]!["Line"]!["Text"]);
    }

    [Fact]
    public async Task Who_may_not_edit_gets_no_form_and_changes_nothing()
    {
        await site.AddTrialAsync("droits", "fr", "Essai de droits");
        await site.RunAsync<Cms.Users.RoleStore>(store => store.SaveAsync(new Cms.Users.Role("Onlooker", "", ["AccessAdminPanel", "PreviewContent"])));
        await site.AddAsync("onlooker", "Onlooker");
        using var browser = await site.OpenAsAsync("onlooker");
        foreach (var page in (string[])["/admin/content/droits/edit", "/admin/content/new", "/admin/content/new/Trial/fr"])
        {
            Assert.Equal(403, await browser.StatusAsync(page));
        }

        foreach (var button in (string[])["draft", "publication", "step", "preview", "resolution/draft", "resolution/publication"])
        {
            using var refused = await browser.SendAsync("/admin/content/droits", $"/admin/content/droits/edit/{button}", ("_revision", "1"), ("Trial.Line", "x"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.DoesNotContain("/edit\"", await browser.TextAsync("/admin/content/droits"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_write_drafts_only_is_offered_no_publication()
    {
        await site.AddTrialAsync("plume", "fr", "Essai de plume");
        await site.AddAsync("writer", "Translator");
        using var browser = await site.OpenAsAsync("writer");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/plume/edit");
        Assert.DoesNotContain(form.Page.QuerySelectorAll("button"), button => button.GetAttribute("formaction")?.EndsWith("/publication", StringComparison.Ordinal) == true);
        using var refused = await browser.SendAsync("/admin/content/plume/edit", "/admin/content/plume/edit/publication", ("_revision", form.Value("_revision")), ("Trial.Line", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await form.Fill("Trial.Line", "brouillon").SaveAsync();
    }

    private static async Task TakeBackAsync(Browser browser, string id)
    {
        var form = await EditorForm.OpenAsync(browser, $"/admin/content/{id}/edit");
        using var done = await browser.SendAsync($"/admin/content/{id}", $"/admin/content/{id}/draft/removal", ("revision", form.Page.QuerySelector("form[action$='/draft/removal'] [name=revision]")!.GetAttribute("value")!));
        Assert.Equal($"/admin/content/{id}?done=discarded", done.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        using var browser = await site.OpenAsAsync("editor");
        using var refused = await browser.PostAsync("/admin/content/new-item/edit/draft", ("_type", "Trial"), ("_culture", "fr"), ("TitlePart.Title", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData("/admin/content/new/Nothing/fr", 400)]
    [InlineData("/admin/content/new/Trial/xx", 400)]
    [InlineData("/admin/content/new/Trial/fr?set=nothing", 404)]
    [InlineData("/admin/content/nothing/edit", 404)]
    public async Task Address_of_nothing_is_refused(string address, int status)
    {
        using var browser = await site.OpenAsAsync("editor");
        Assert.Equal(status, await browser.StatusAsync(address));
    }
}
