using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Every kind of field through the form: what is typed is what is published, and what can not be understood is said beside the field.</summary>
[Collection(EditorTests.Name)]
public sealed class EditorFieldTests(EditorSite site)
{
    [Theory]
    [InlineData("Line", "=Une ligne", """{ "Text": "Une ligne" }""")]
    [InlineData("State", "=in-progress", """{ "Text": "in-progress" }""")]
    [InlineData("Words", "=eau\r\n rivière \r\n", """{ "Values": ["eau", "rivière"] }""")]
    [InlineData("Body", "=## Titre\r\n\r\n- un\r\n", """{ "Markdown": "## Titre\n\n- un\n" }""")]
    [InlineData("Flag", "=false", """{ "Value": false }""")]
    [InlineData("Number", "=38 000,5", """{ "Value": 38000.5 }""")]
    [InlineData("Figure", "Value=38 000|Qualifier=MoreThan|Unit=km", """{ "Value": 38000, "Qualifier": "MoreThan", "Unit": "km" }""")]
    [InlineData("Budget", "Amount=23 000 000|Currency=eur", """{ "Amount": 23000000, "Currency": "EUR" }""")]
    [InlineData("Day", "=2026-11-26", """{ "Value": "2026-11-26" }""")]
    [InlineData("Moment", "=2026-07-14T14:30", """{ "Value": "2026-07-14T12:30:00Z" }""")]
    [InlineData("Period", "Start=12/2018|End=31/1/2019", """{ "Start": "2018-12", "End": "2019-01-31" }""")]
    [InlineData("Link", "Url=https://example.org/|Text=exemple", """{ "Url": "https://example.org/", "Text": "exemple" }""")]
    [InlineData("Picture", "=images/pont.txt", """{ "Paths": ["images/pont.txt"], "MediaTexts": [] }""")]
    [InlineData("Related", "=canal", """{ "LocalizationSets": ["canal"] }""")]
    [InlineData("Themes", "themes t-riv=on", """{ "TaxonomyContentItemId": "themes", "TermContentItemIds": ["t-riv"] }""")]
    [InlineData("Position", "Latitude=43,2965|Longitude=5.3698", """{ "Latitude": 43.2965, "Longitude": 5.3698 }""")]
    [InlineData("Place", "Street=1 rue du Port|PostalCode=13001|Locality=Marseille|Commune=13055|Country=fr", """{ "Street": "1 rue du Port", "PostalCode": "13001", "Locality": "Marseille", "Commune": "13055", "Country": "FR" }""")]
    [InlineData("Hours", "Monday=9h-12h30, 14h-18h", """{ "Slots": [ { "Day": 1, "Opens": "09:00:00", "Closes": "12:30:00" }, { "Day": 1, "Opens": "14:00:00", "Closes": "18:00:00" } ] }""")]
    [InlineData("Film", "Url=https://example.org/film|Provider=Exemple|Duration=3:25", """{ "Url": "https://example.org/film", "Provider": "Exemple", "Duration": 205 }""")]
    public async Task What_is_typed_is_published_and_comes_back_into_the_form(string field, string typed, string expected)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await FilledAsync(browser, field, typed);
        await form.SaveAsync("publication");

        var stored = (await browser.PublishedAsync(form.Id))["Trial"]![field];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), stored), stored?.ToJsonString());

        // Opened and saved again, nothing is changed.
        var again = await EditorForm.OpenAsync(browser, $"/admin/content/{form.Id}/edit");
        Assert.EndsWith("?done=unchanged", await again.SaveAsync("publication"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Number", "=douze", "« douze » n’est pas un nombre.")]
    [InlineData("Figure", "Value=1e5", "« 1e5 » n’est pas un nombre.")]
    [InlineData("Budget", "Amount=5|Currency=euros", "EUROS")]
    [InlineData("Day", "=31/02/2026", "2026-02-31")]
    [InlineData("Moment", "=hier", "hier")]
    [InlineData("Moment", "=2026-03-29T02:30", "2026-03-29")]
    [InlineData("Period", "Start=printemps", "printemps")]
    [InlineData("Period", "Start=2019|End=2018", "2018")]
    [InlineData("Link", "Url=javascript:alert(1)|Text=x", "javascript:alert(1)")]
    [InlineData("Link", "Text=sans adresse", "pas d’adresse")]
    [InlineData("Picture", "=../secrets.txt", "../secrets.txt")]
    [InlineData("Position", "Latitude=91|Longitude=5", "latitude")]
    [InlineData("Position", "Latitude=43", "longitude")]
    [InlineData("Place", "Country=France", "FRANCE")]
    [InlineData("Hours", "Tuesday=tout le jour", "tout le jour")]
    [InlineData("Hours", "Tuesday=18:00-9:00", "ferme après")]
    [InlineData("Film", "Url=javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("Film", "Duration=long", "long")]
    [InlineData("State", "=unknown", "unknown")]
    public async Task What_can_not_be_understood_is_said_beside_the_field_and_nothing_is_saved(string field, string typed, string said)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await FilledAsync(browser, field, typed);
        var refused = await form.PressAsync("draft");

        Assert.Equal(400, refused.Status);
        Assert.Contains(Plain(said), Plain(refused.Problems), StringComparison.Ordinal);
        var invalid = refused.Page.QuerySelector("[aria-invalid=true]");
        Assert.NotNull(invalid);
        var error = refused.Page.GetElementById(invalid.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        Assert.Contains(Plain(said), Plain(error!.TextContent), StringComparison.Ordinal);
        Assert.All(refused.Page.QuerySelectorAll("#errors a"), link => Assert.NotNull(refused.Page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(404, await browser.StatusAsync($"/admin/content/{form.Id}/edit"));

        // What was typed is still there, the title too.
        Assert.StartsWith("Essai", refused.Value("TitlePart.Title"), StringComparison.Ordinal);
        foreach (var (name, value) in Inputs(field, typed))
        {
            Assert.Contains(value, refused.All(name));
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(2)>")]
    [InlineData("\"><svg onload=alert(3)>")]
    [InlineData("[x](javascript:alert(4))")]
    public async Task Markup_in_any_text_is_harmless_in_the_form_and_on_the_page(string payload)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form.Fill("TitlePart.Title", "Essai " + payload);
        foreach (var name in (string[])["Trial.Line", "Trial.Words", "Trial.Body", "Trial.Figure.Unit", "Trial.Place.Street", "Trial.Film.Provider"])
        {
            form.Fill(name, payload);
        }

        await form.SaveAsync("publication");

        using var edited = await browser.GetAsync($"/admin/content/{form.Id}/edit");
        using var shown = await browser.GetAsync("/" + (await browser.PublishedAsync(form.Id))["AutoroutePart"]!["Path"]);
        foreach (var page in (string[])[await edited.Content.ReadAsStringAsync(), await shown.Content.ReadAsStringAsync()])
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        }

        var again = await EditorForm.OpenAsync(browser, $"/admin/content/{form.Id}/edit");
        Assert.Equal(payload, again.Value("Trial.Line"));
        Assert.Equal("Essai " + payload, again.Value("TitlePart.Title"));
    }

    [Fact]
    public async Task What_no_definition_knows_is_kept_when_other_fields_are_saved()
    {
        await site.AddTrialAsync("garde", "fr", "Essai gardé", """ "Line": { "Text": "avant", "Old": [1, 2] }, "Gone": { "Text": "inconnu" }, "Number": { "Value": 1.0000000000000000000000000001 } """);
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/garde/edit");
        await form.Fill("Trial.Line", "après").SaveAsync("publication");

        var part = (await browser.PublishedAsync("garde"))["Trial"]!;
        Assert.Equal("""{"Text":"apr\u00E8s","Old":[1,2]}""", part["Line"]!.ToJsonString());
        Assert.Equal("""{"Text":"inconnu"}""", part["Gone"]!.ToJsonString());
        Assert.Equal("1.0000000000000000000000000001", part["Number"]!["Value"]!.ToJsonString());
    }

    [Fact]
    public async Task Empty_title_is_refused_beside_the_title()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        var refused = await form.Fill("Trial.Line", "sans titre").PressAsync("draft");
        Assert.Equal(400, refused.Status);
        Assert.Equal("true", refused.Page.GetElementById("f-TitlePart-Title")!.GetAttribute("aria-invalid"));
        Assert.Equal("sans titre", refused.Value("Trial.Line"));
    }

    [Fact]
    public async Task Preview_shows_what_is_typed_and_saves_nothing()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/en");
        form.Fill("TitlePart.Title", "A trial to be seen").Fill("Trial.Body", "Only **typed** so far.");
        using var preview = await form.SendAsync("preview");
        var page = await FramedAsync(preview);

        Assert.True(preview.IsSuccessStatusCode, page);
        Assert.Contains("<strong>typed</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("no-store", preview.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, await browser.StatusAsync($"/admin/content/{form.Id}/edit"));
        using var visitor = site.Open();
        using var refused = await visitor.PostAsync($"/admin/content/{form.Id}/edit/preview");
        Assert.NotEqual(System.Net.HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task Preview_of_what_is_saved_leads_to_that_of_the_other_language()
    {
        await site.AddTrialAsync("apercu-fr", "fr", "Essai montré", """ "Line": { "Text": "une ligne" } """, "apercu");
        await site.AddTrialAsync("apercu-en", "en", "Trial shown", """ "Line": { "Text": "a line" } """, "apercu");
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/apercu-en/edit")).Fill("Trial.Line", "a draft line").SaveAsync();

        var french = await new HtmlParser().ParseDocumentAsync(await browser.TextAsync("/admin/content/apercu-fr/preview"));
        var english = french.QuerySelector(".preview__languages a:not([aria-current])")!.GetAttribute("href")!;
        using var answer = await browser.GetAsync(english);
        var page = await FramedAsync(answer);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("a draft line", page, StringComparison.Ordinal);
        Assert.Contains(">Home<", page, StringComparison.Ordinal);
        Assert.Equal(404, await browser.StatusAsync("/admin/content/themes/preview"));
    }

    /// <summary>The page in the frame of a preview.</summary>
    private static async Task<string> FramedAsync(HttpResponseMessage preview)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await preview.Content.ReadAsStringAsync());
        return page.QuerySelector("iframe")?.GetAttribute("srcdoc") ?? page.Body!.TextContent;
    }

    private static async Task<EditorForm> FilledAsync(Browser browser, string field, string typed)
    {
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form.Fill("TitlePart.Title", $"Essai {field} {Guid.NewGuid():N}");
        foreach (var (name, value) in Inputs(field, typed))
        {
            form.Fill(name, value);
        }

        return form;
    }

    private static IEnumerable<(string Name, string Value)> Inputs(string field, string typed) =>
        typed.Split('|').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0].Length == 0 ? $"Trial.{field}" : $"Trial.{field}.{pair[0]}", pair[1]));

    /// <summary>Without the no-break spaces of French.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}

[CollectionDefinition(Name)]
public sealed class EditorTests : ICollectionFixture<EditorSite>
{
    public const string Name = "editor";
}
