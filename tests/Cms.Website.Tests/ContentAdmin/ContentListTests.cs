using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>The content list: filters, order, what is done to a selection, and what is asked before something is taken away.</summary>
public abstract partial class ContentListTests(EditorSite site)
{
    [StoreFact]
    public async Task Filters_stand_in_the_address_and_narrow_the_list()
    {
        await site.AddTrialAsync("filtre-fr", "fr", "Filtre eau", """ "Themes": { "TermContentItemIds": ["t-riv"] } """);
        await site.AddTrialAsync("filtre-b", "fr", "Filtre brouillon");
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/filtre-b/edit")).Fill("Trial.Line", "changé").SaveAsync();
        var mine = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        await mine.Fill("TitlePart.Title", "Filtre à moi").SaveAsync();

        Assert.Equal(["Filtre à moi", "Filtre brouillon", "Filtre eau"], await TitlesAsync(browser, "q=filtre&sort=title"));
        Assert.Equal(["Filtre à moi"], await TitlesAsync(browser, "q=filtre&state=Draft"));
        Assert.Equal(["Filtre brouillon"], await TitlesAsync(browser, "q=filtre&state=Changed"));
        Assert.Equal(["Filtre eau"], await TitlesAsync(browser, "q=filtre&state=Published"));
        Assert.Equal(["Filtre à moi"], await TitlesAsync(browser, "q=filtre&owner=me"));
        Assert.Equal("Filtre à moi", (await TitlesAsync(browser, "q=filtre"))[0]);
        Assert.Equal("Filtre à moi", (await TitlesAsync(browser, "q=filtre&sort=oldest"))[^1]);
        Assert.Empty(await TitlesAsync(browser, "q=filtre&theme=t-ville"));
        var page = await browser.TextAsync("/admin/content?q=filtre&state=Draft&sort=title");
        Assert.Contains("<option value=\"Draft\" selected", page, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("state=Gone")]
    [InlineData("state=7")]
    [InlineData("sort=author")]
    [InlineData("language=xx")]
    [InlineData("type=Nothing")]
    public async Task Unknown_filter_is_refused(string query)
    {
        using var browser = await site.OpenAsAsync("editor");
        Assert.Equal(400, await browser.StatusAsync("/admin/content?" + query));
    }

    [StoreTheory]
    [InlineData("owner=nobody'--")]
    [InlineData("theme=%27")]
    [InlineData("publisher=x%22")]
    public async Task Filter_by_what_does_not_exist_gives_an_empty_list(string query)
    {
        using var browser = await site.OpenAsAsync("editor");
        Assert.Empty(await TitlesAsync(browser, query));
    }

    [StoreFact]
    public async Task Selection_is_published_withdrawn_and_deleted_with_the_result_of_each_item()
    {
        await site.AddTrialAsync("lot-1", "fr", "Lot un");
        await site.AddTrialAsync("lot-2", "fr", "Lot deux");
        using var browser = await site.OpenAsAsync("editor");
        var (one, two) = (await ChoiceAsync(browser, "lot-1"), await ChoiceAsync(browser, "lot-2"));

        Assert.Equal(["Lot un: ", "Lot deux: "], await SendAsync(browser, "publication/removal", one, two), Comparer);
        Assert.Equal(["Lot deux", "Lot un"], await TitlesAsync(browser, "q=lot&state=Draft&sort=title"));

        // The revision is an older one now: nothing is done over it.
        var stale = await SendAsync(browser, "publication", one, await ChoiceAsync(browser, "lot-2"), "no-such-item:1", "nonsense");
        Assert.Equal(4, stale.Count);
        Assert.Equal(["Lot un"], await TitlesAsync(browser, "q=lot&state=Draft"));

        await SendAsync(browser, "removal", await ChoiceAsync(browser, "lot-1"), await ChoiceAsync(browser, "lot-2"));
        Assert.Empty(await TitlesAsync(browser, "q=lot"));
        Assert.Equal(404, await browser.StatusAsync("/fr/essais/lot-deux"));
    }

    [StoreFact]
    public async Task Empty_selection_and_one_of_too_many_do_nothing()
    {
        using var browser = await site.OpenAsAsync("editor");
        Assert.Empty(await SendAsync(browser, "removal"));
        using var refused = await browser.SendAsync("/admin/content", "/admin/content/selection/removal", [.. Enumerable.Range(0, 101).Select(number => ("item", $"x{number}:1"))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var away = await browser.SendAsync("/admin/content", "/admin/content/selection/removal", ("back", "//evil.example"));
        Assert.DoesNotContain("evil", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_others_point_to_is_taken_away_only_after_a_warning_with_their_names()
    {
        await site.RunRecipeAsync("""{ "name": "Content", "data": [ { "ContentItemId": "cible", "ContentType": "Page", "Published": true, "TitlePart": { "Title": "La cible" }, "LocalizationPart": { "LocalizationSet": "cible", "Culture": "fr" } } ] }""");
        await site.AddTrialAsync("pointe", "fr", "Celui qui pointe", """ "Related": { "LocalizationSets": ["cible"] } """);
        using var browser = await site.OpenAsAsync("editor");
        var revision = (await ChoiceAsync(browser, "cible")).Split(':')[1];

        foreach (var verb in (string[])["publication/removal", "removal"])
        {
            using var asked = await browser.SendAsync("/admin/content/cible", $"/admin/content/cible/{verb}", ("revision", revision));
            var question = await asked.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            Assert.Contains("Celui qui pointe", question, StringComparison.Ordinal);
            Assert.Contains("name=\"confirmed\"", question, StringComparison.Ordinal);
        }

        Assert.Equal(200, await browser.StatusAsync("/fr/la-cible"));
        Assert.Contains("Celui qui pointe", Assert.Single(await SendAsync(browser, "removal", $"cible:{revision}")), StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/fr/la-cible"));
        using var done = await browser.SendAsync("/admin/content/cible", "/admin/content/cible/removal", ("revision", revision), ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(404, await browser.StatusAsync("/fr/la-cible"));
    }

    private static IEqualityComparer<string> Comparer { get; } = EqualityComparer<string>.Create((expected, row) => row!.StartsWith(expected!, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> TitlesAsync(Browser browser, string query) =>
        [.. Title().Matches(await browser.TextAsync("/admin/content?" + query)).Select(match => match.Groups[1].Value)];

    private static async Task<string> ChoiceAsync(Browser browser, string id) =>
        $"{id}:{Revision().Match(await browser.TextAsync($"/admin/content/{id}")).Groups[1].Value}";

    /// <summary>The rows of the page that tells what was done: title and result.</summary>
    private static async Task<IReadOnlyList<string>> SendAsync(Browser browser, string verb, params string[] items)
    {
        using var response = await browser.SendAsync("/admin/content", $"/admin/content/selection/{verb}", [.. items.Select(item => ("item", item))]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th")!.TextContent.Trim()}: {row.QuerySelector("td")!.TextContent.Trim()}")];
    }

    [GeneratedRegex("class=\"grid__main\" [^>]*>([^<]+)<")]
    private static partial Regex Title();

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}

[Collection(EditorTests.Name)]
public sealed class SqliteContentListTests(EditorSite site) : ContentListTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresContentListTests(PostgresEditorSite site) : ContentListTests(site), IClassFixture<PostgresEditorSite>;
