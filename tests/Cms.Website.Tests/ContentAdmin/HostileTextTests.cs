using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cms.Display.Editors;
using Cms.Website.Tests.OpenData;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Markup, scripts and lines of headers that an editor types: wherever they come out again they are text, or they are refused beside their field.</summary>
[Collection(HostileTests.Name)]
public sealed partial class HostileTextTests(HostileSite site)
{
    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Visitors_read_it_on_its_page_in_its_list_and_among_what_is_found(string name)
    {
        var item = await site.ItemAsync(name);
        using var visitor = site.Open();
        var page = await visitor.InertAsync(item.Path, item.Title);
        Assert.True(Regex.Count(InertPages.Squeezed(page.Body!.TextContent), Regex.Escape(InertPages.Squeezed(item.Text))) > 5, "Few of its fields are shown.");
        await visitor.InertAsync("/fr/essais", item.Title);
        Assert.Single(DataFileTests.Rows(await visitor.Client.GetStringAsync("/fr/essais.csv"), ";"), row => InertPages.Squeezed(row[1]) == InertPages.Squeezed(item.Title));

        var found = await FoundAsync(visitor, item);
        Assert.Equal(InertPages.Squeezed(item.Title), InertPages.Squeezed((string)found["title"]!));
        var snippet = await new HtmlParser().ParseDocumentAsync((string)found["snippet"]!);
        Assert.All(snippet.Body!.QuerySelectorAll("*"), element => Assert.Equal("mark", element.LocalName));
        await visitor.InertAsync($"/fr/recherche?q={item.Word}", item.Title);
        await visitor.InertAsync($"/fr/recherche?q={Uri.EscapeDataString(item.Title)}", item.Title);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Editors_read_it_in_lists_reports_and_on_the_pages_of_the_item(string name)
    {
        var item = await site.ItemAsync(name);
        using var browser = await site.OpenAsAsync("editor");
        string[] pages =
        [
            $"/admin/content?q={item.Word}", $"/admin/content/{item.Id}", $"/admin/content/{item.Id}/edit", $"/admin/find?q={item.Word}", $"/admin/find?q={item.Word}&fragment=true",
            "/admin/content/page", "/admin/reports/links", "/admin/reports/freshness?months=0",
        ];
        foreach (var page in pages)
        {
            await browser.InertAsync(page, item.Title);
        }

        // The reason of its publication stands in the history.
        var history = await browser.InertAsync($"/admin/content/{item.Id}", item.Text);
        Assert.Contains(history.QuerySelectorAll("td"), cell => InertPages.Squeezed(cell.TextContent) == InertPages.Squeezed(item.Text));

        using var targets = await browser.GetAsync($"/admin/content/targets/items?text={item.Word}");
        InertPages.Guarded(targets);
        Assert.Equal("application/json", targets.Content.Headers.ContentType?.MediaType);
        var hit = Assert.Single(JsonNode.Parse(await targets.Content.ReadAsStringAsync())!["hits"]!.AsArray())!;
        Assert.Equal(InertPages.Squeezed(item.Title), InertPages.Squeezed((string)hit["text"]!));
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Form_gives_it_back_as_it_was_typed(string name)
    {
        var item = await site.ItemAsync(name);
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, $"/admin/content/{item.Id}/edit");

        var expected = item.Text.ReplaceLineEndings("\n");
        Assert.All(["Trial.Line", "Trial.Figure.Unit", "Trial.Place.Street", "PublicationPart.Summary"], input => Assert.Equal(expected, form.Value(input).ReplaceLineEndings("\n")));
        Assert.EndsWith(expected, form.Value("Trial.Body").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(HostileSite.Line(item.Text), form.All("Trial.Related"));
        Assert.EndsWith("?done=unchanged", await form.SaveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Unsaved_text_is_kept_checked_moved_and_previewed_without_harm(string name)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await HostileSite.FilledAsync(browser, name);
        using (var kept = await form.PostAsync("work"))
        {
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await kept.Content.ReadAsStringAsync()));
        }

        await browser.InertAsync("/admin", HostileSite.TitleOf(name));
        await browser.InertAsync($"/admin/content/{form.Id}/edit?kept=true", HostileSite.TitleOf(name));
        InertPages.Inert((await form.PressAsync("add|Trial.Steps")).Page, HostileSite.TitleOf(name));
        using var found = await form.PostAsync("check");
        InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await found.Content.ReadAsStringAsync()));
        using var preview = await form.SendAsync("preview");
        await InertPages.InertPreviewAsync(preview, HostileSite.TitleOf(name));
        using var thrown = await browser.SendAsync("/admin/content/new/Trial/fr", $"/admin/content/{form.Id}/edit/work/removal");
        Assert.Equal("/admin", thrown.Headers.Location!.OriginalString);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Conflict_and_comparison_of_versions_show_the_words_of_both(string name)
    {
        var item = await site.ItemAsync(name);
        using var browser = await site.OpenAsAsync("editor");
        using var colleague = await site.OpenAsAsync("colleague");
        var mine = await EditorForm.OpenAsync(browser, $"/admin/content/{item.Id}/edit");
        var theirs = await EditorForm.OpenAsync(colleague, $"/admin/content/{item.Id}/edit");
        await theirs.Fill("Trial.Line", "eux " + item.Text).Fill("Trial.Link.Text", "eux " + item.Text).SaveAsync();

        var conflict = await mine.Fill("Trial.Line", "moi " + item.Text).PressAsync("draft");
        Assert.Equal(409, conflict.Status);
        InertPages.Inert(conflict.Page, item.Title);
        Assert.Equal(["", "eux", "moi"], conflict.Page.QuerySelectorAll("#f-Trial-Line .side__text").Select(side => BeforeText(side.TextContent, item.Text)));
        Assert.EndsWith("?done=saved", await conflict.Fill("_choice Trial.Line", "mine").SaveAsync("resolution/draft"), StringComparison.Ordinal);

        var history = Version().Matches(await browser.TextAsync($"/admin/content/{item.Id}")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, history.Count);
        Assert.Equal("moi", BeforeText((await browser.InertAsync(history[0], item.Title)).QuerySelector("ins")!.LastChild!.TextContent, item.Text));
        await browser.InertAsync(history[1], item.Text);
        await browser.InertAsync(history[2], item.Text);
        await browser.InertAsync(history[2] + "?with=newest", item.Title);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Warnings_plans_refusals_and_the_bin_show_the_title_as_text(string name)
    {
        var title = "Cible " + HostileSite.TitleOf(name);
        using var browser = await site.OpenAsAsync("editor");
        var target = (await EditorForm.OpenAsync(browser, "/admin/content/new/Page/fr")).Fill("TitlePart.Title", title).Fill("Page.Body", HostileSite.Texts[name]);
        await HostileSite.PublishAsync(target, "sans");
        var pointer = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        await pointer.Fill("TitlePart.Title", "Pointe " + title).Fill("Trial.Related", target.Value("_set")).SaveAsync();
        await browser.InertAsync($"/admin/content/{pointer.Id}/edit", title);
        var revision = Revision().Match(await browser.TextAsync($"/admin/content/{target.Id}")).Groups[1].Value;

        using var asked = await browser.SendAsync("/admin/content", $"/admin/content/{target.Id}/removal", ("revision", revision));
        Assert.NotNull((await InertPages.InertAsync(asked, "Pointe " + title)).QuerySelector("[name=confirmed]"));
        using var selected = await browser.SendAsync("/admin/content", "/admin/content/selection/removal", ("item", $"{target.Id}:{revision}"), ("item", HostileSite.Texts[name]), ("back", "javascript:alert(1)"));
        await InertPages.InertAsync(selected, "Pointe " + title);
        using var late = await browser.SendAsync("/admin/content", $"/admin/content/{target.Id}/plans/publish", ("at", HostileSite.Texts[name]));
        InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await late.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        using var planned = await browser.SendAsync("/admin/content", $"/admin/content/{target.Id}/plans/unpublish", ("at", "2090-01-01T08:00"));
        await browser.InertAsync(planned.Headers.Location!.OriginalString, title);
        await browser.InertAsync("/admin", title);

        using var deleted = await browser.SendAsync("/admin/content", $"/admin/content/{target.Id}/removal", ("revision", revision), ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        await browser.InertAsync("/admin/content/bin", title);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Name_of_a_term_is_text_among_choices_facets_and_on_pages(string name)
    {
        var text = HostileSite.Texts[name];
        using var browser = await site.OpenAsAsync("editor");
        var terms = await (await EditorForm.OpenAsync(browser, "/admin/content/themes/edit")).PressAsync("add|TermsPart.Terms");
        var term = terms.All("TermsPart.Terms")[^1];
        await terms.Fill($"TermsPart.Terms[{term}].Code", name).Fill($"TermsPart.Terms[{term}].Name", text).SaveAsync("publication");
        var chosen = $"themes {term}";
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Terme " + name).Fill($"Trial.Themes.{chosen}", "on").Fill($"PublicationPart.Themes.{chosen}", "on");
        InertPages.Inert(form.Page, text);
        await form.SaveAsync("publication");

        foreach (var path in (string[])[$"/admin/content/{terms.Id}", $"/admin/content/{terms.Id}/edit", $"/admin/content?term={term}", "/admin/content"])
        {
            await browser.InertAsync(path, text);
        }

        using var visitor = site.Open();
        var page = "/" + (string)(await browser.PublishedAsync(form.Id))["AutoroutePart"]!["Path"]!;
        foreach (var path in (string[])[page, "/fr/essais", $"/fr/essais?theme={name}"])
        {
            await visitor.InertAsync(path, text);
        }
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Fields_that_take_no_such_text_say_so_beside_each(string name)
    {
        var text = HostileSite.Texts[name];
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("TitlePart.Title", HostileSite.TitleOf(name)).PressAsync("add|Trial.Steps");
        string[] inputs =
        [
            "Trial.State", "Trial.Flag", "Trial.Number", "Trial.Figure.Value", "Trial.Figure.Qualifier", "Trial.Budget.Amount", "Trial.Day", "Trial.Moment", "Trial.Period.Start", "Trial.Link.Url", "Trial.Picture",
            "Trial.Position.Latitude", "Trial.Place.Commune", "Trial.Place.Country", "Trial.Hours.Monday", "Trial.Film.Duration", $"Trial.Steps[{form.All("Trial.Steps")[^1]}].Weight", "PublicationPart.Picture", "AutoroutePart.Path",
        ];
        foreach (var input in inputs)
        {
            form.Fill(input, text);
        }

        CheckRefusal(await form.PressAsync("draft"), text, inputs);

        // The rules of a field come once it is understood, those of the item whether its fields are or not.
        form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", HostileSite.TitleOf(name)).Fill("Trial.Budget.Amount", "5");
        CheckRefusal(await form.Fill("Trial.Budget.Currency", text).Fill("Trial.Film.Url", text).PressAsync("draft"), text, ["Trial.Budget.Currency", "Trial.Film.Url"]);
        form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        CheckRefusal(await form.Fill("TitlePart.Title", HostileSite.TitleOf(name)).Fill("AutoroutePart.Path", text).PressAsync("publication"), text, ["AutoroutePart.Path"]);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Names_and_ids_of_inputs_that_no_form_has_come_back_without_harm(string name)
    {
        var text = HostileSite.Texts[name];
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        using var stepped = await browser.PostAsync(
            $"/admin/content/{form.Id}/edit/step",
            [.. form.Inputs, ("TitlePart.Title", text), ($"Trial.Themes.themes {text}", "on"), ("Trial.Steps", text), ($"Trial.Steps[{text}].Name", text), ($"Trial.{text}", text), ("step", $"find|Trial.Related|{text}"), ("Trial.Related~find", text), ("Trial.Related~found", text)]);
        InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await stepped.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, stepped.StatusCode);

        using var wrong = await browser.PostAsync($"/admin/content/{form.Id}/edit/draft", [.. form.Inputs.Where(input => input.Name[0] != '_' || input.Name == "__RequestVerificationToken"), ("_type", text), ("_culture", text), ("_set", text), ("_language", text), ("_revision", text)]);
        InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await wrong.Content.ReadAsStringAsync()));
        Assert.InRange((int)wrong.StatusCode, 400, 404);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Addresses_that_hold_it_are_answered_without_harm(string name)
    {
        var asked = Uri.EscapeDataString(HostileSite.Texts[name]);
        using var chief = await site.OpenAsAsync("chief");
        foreach (var path in (string[])["/fr/recherche?q=", "/en/search?type=", "/admin/content?q=", "/admin/content?type=", "/admin/content?owner=", "/admin/find?q=", "/admin/users?q=", "/admin/content/", "/fr/", "/fr/essais?theme=", "/admin?done=", "/admin/content/page/edit?done=", "/login?ReturnUrl=", "/login/reset?token="])
        {
            using var answer = await chief.GetAsync(path + asked);
            Assert.True((int)answer.StatusCode < 500, path);
            InertPages.Guarded(answer);
            InertPages.Harmless(await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
        }
    }

    /// <summary>An answer that lists each input beside which something is said, and gives back what was typed.</summary>
    private static void CheckRefusal(EditorForm refused, string text, IReadOnlyList<string> inputs)
    {
        Assert.True(refused.Status == 400, $"{refused.Status}");
        InertPages.Inert(refused.Page, text);
        var said = refused.Page.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")!.TrimStart('#')).ToList();

        // The rule of a group of inputs is said beside the group.
        Assert.All(inputs, input => Assert.True(said.Exists(id => FieldEdit.IdOf(input).StartsWith(id, StringComparison.Ordinal)), $"{input} is not among {string.Join(' ', said)}"));
    }

    private static string BeforeText(string shown, string text) => InertPages.Squeezed(shown).Replace(InertPages.Squeezed(text), "", StringComparison.Ordinal);

    /// <summary>The item in the answer of the search, once the index has it.</summary>
    private static async Task<JsonNode> FoundAsync(Browser browser, HostileItem item)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await browser.GetAsync($"/api/search?culture=fr&q={item.Word}");
            InertPages.Guarded(answer);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            if (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray() is [{ } first, ..])
            {
                return first;
            }

            Assert.True(attempt < 300, $"{item.Name} was never found");
            await Task.Delay(100);
        }
    }

    [GeneratedRegex("href=\"(/admin/content/[^\"]+/versions/[^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}
