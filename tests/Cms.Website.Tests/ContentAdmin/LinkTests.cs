using AngleSharp.Html.Parser;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Links that lead nowhere, or to another language: said while they are written, and in a report on the whole website.</summary>
public abstract class LinkTests(EditorSite site)
{
    [StoreFact]
    public async Task Link_that_leads_astray_is_said_beside_the_form_and_in_the_report()
    {
        await site.AddTrialAsync("lien-bac", "fr", "Cible jetée");
        await site.AddTrialAsync("lien-anglais", "en", "English target");
        await site.AddTrialAsync("lien-bon", "fr", "Bonne cible");
        using var browser = await site.OpenAsAsync("editor");
        var draft = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Cible en brouillon");
        await draft.SaveAsync();
        var set = draft.Value("_set");
        await BinAsync(browser, "lien-bac");

        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form.Fill("TitlePart.Title", "Essai de liens").Fill(
            "Trial.Body",
            $"""
            Vers [ce qui manque](item:4nothing), [ce qui est jeté](item:lien-bac), [ce qui est en anglais](item:lien-anglais), [un brouillon](item:{set}),
            [une page perdue](/fr/nulle-part), [une page anglaise](/en/trials/english-target), [ce qui va](item:lien-bon) et [une page](/fr/essais/bonne-cible).
            """);
        var said = await SaidAsync(form);
        string[] astray = ["/en/trials/english-target", "/fr/nulle-part", "4nothing", "Cible en brouillon", "Cible jetée", "English target"];
        Assert.Equal(astray, said.Select(finding => Quoted(finding.Text)).Order(StringComparer.Ordinal));
        Assert.All(said, finding => Assert.Equal("f-Trial-Body", finding.Target));
        Assert.Contains(said, finding => finding.Text.Contains("corbeille", StringComparison.Ordinal) && finding.Text.Contains("Cible jetée", StringComparison.Ordinal));
        Assert.Contains(said, finding => finding.Text.Contains("autre langue", StringComparison.Ordinal) && finding.Text.Contains("English target", StringComparison.Ordinal));

        await form.SaveAsync("publication");
        var rows = await RowsAsync(browser, form.Id);
        Assert.Equal(6, rows.Count);
        var label = form.Page.QuerySelector("label[for=f-Trial-Body]")!.FirstElementChild!.TextContent;
        Assert.All(rows, row => Assert.Contains(label, row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Cible jetée", StringComparison.Ordinal) && row.Contains("corbeille", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("/fr/nulle-part", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("Bonne cible", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Link_of_a_field_is_checked_too()
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr")).Fill("TitlePart.Title", "Essai d’adresse").Fill("Trial.Link.Url", "/fr/perdu").Fill("Trial.Link.Text", "Une page perdue");
        var finding = Assert.Single(await SaidAsync(form));
        Assert.Equal(("f-Trial-Link", "/fr/perdu"), (finding.Target, Quoted(finding.Text)));

        await form.SaveAsync();
        Assert.Contains("/fr/perdu", Assert.Single(await RowsAsync(browser, form.Id)), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Titles_of_drafts_that_somebody_may_not_see_are_not_offered()
    {
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/new/Page/fr")).Fill("TitlePart.Title", "Projet secret").SaveAsync();
        await site.AddAsync("contributrice", "Contributor");
        using var other = await site.OpenAsAsync("contributrice");

        Assert.Contains("Projet secret", await browser.TextAsync("/admin/content/targets/items?text=secret"), StringComparison.Ordinal);
        Assert.DoesNotContain("Projet secret", await other.TextAsync("/admin/content/targets/items?text=secret"), StringComparison.Ordinal);
        Assert.Contains("Le canal du Midi", await other.TextAsync("/admin/content/targets/items?text=canal"), StringComparison.Ordinal);
        Assert.Contains("Projet secret", await browser.TextAsync("/admin/content/new/Trial/fr"), StringComparison.Ordinal);
        Assert.DoesNotContain("Projet secret", await other.TextAsync("/admin/content/new/Trial/fr"), StringComparison.Ordinal);
    }

    private static string Quoted(string text) => text.Split('«', '»')[1].Trim(' ', '\u00a0', '\u202f');

    private static async Task<List<(string Target, string Text)>> SaidAsync(EditorForm form)
    {
        using var answer = await form.PostAsync("check");
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll(".finding").Select(finding => (finding.GetAttribute("data-for")!, finding.QuerySelector("[data-words]:last-child")!.TextContent))];
    }

    private static async Task<List<string>> RowsAsync(Browser browser, string id)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await browser.TextAsync("/admin/reports/links"));
        return [.. page.QuerySelectorAll("tbody tr").Where(row => row.InnerHtml.Contains(id, StringComparison.Ordinal)).Select(row => row.TextContent)];
    }

    private static async Task BinAsync(Browser browser, string id)
    {
        var form = await EditorForm.OpenAsync(browser, $"/admin/content/{id}/edit");
        using var answer = await browser.SendAsync($"/admin/content/{id}", $"/admin/content/{id}/removal", ("revision", form.Value("_revision")), ("confirmed", "true"));
        Assert.True((int)answer.StatusCode < 400);
    }
}

[Collection(EditorTests.Name)]
public sealed class SqliteLinkTests(EditorSite site) : LinkTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresLinkTests(PostgresEditorSite site) : LinkTests(site), IClassFixture<PostgresEditorSite>;
