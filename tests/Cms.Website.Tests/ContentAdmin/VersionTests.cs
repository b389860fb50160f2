using System.Net;
using System.Text.RegularExpressions;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>The history of an item: what a version changed, what has changed since, and an old version brought back; and copies.</summary>
public abstract partial class VersionTests(EditorSite site)
{
    [StoreFact]
    public async Task Version_shows_what_it_changed_word_by_word_and_is_brought_back()
    {
        await site.AddTrialAsync("versions", "fr", "Essai de versions", """ "Line": { "Text": "le vieux pont de pierre" } """);
        using var browser = await site.OpenAsAsync("editor");
        await (await EditorForm.OpenAsync(browser, "/admin/content/versions/edit")).Fill("Trial.Line", "le nouveau pont de pierre").SaveAsync("publication");
        await (await EditorForm.OpenAsync(browser, "/admin/content/versions/edit")).Fill("Trial.Line", "le nouveau pont de bois").Fill("Trial.Number", "7").SaveAsync();
        var history = Version().Matches(await browser.TextAsync("/admin/content/versions")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, history.Count);

        var middle = await browser.TextAsync(history[1]);
        Assert.Matches("<del>.*vieux", middle);
        Assert.Matches("<ins>.*nouveau", middle);
        Assert.DoesNotContain("<del><span class=\"sr\">retiré : </span>pierre", middle, StringComparison.Ordinal);
        var since = await browser.TextAsync(history[2] + "?with=newest");
        Assert.Matches("<ins>.*bois", since);
        Assert.Matches("<ins>.*7</ins>", since);
        Assert.DoesNotContain("/restoration", await browser.TextAsync(history[0]), StringComparison.Ordinal);

        var revision = Revision().Match(await browser.TextAsync(history[2])).Groups[1].Value;
        using var restored = await browser.SendAsync(history[2], history[2] + "/restoration", ("revision", revision));
        Assert.EndsWith("?done=version-restored", restored.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("le vieux pont de pierre", (await EditorForm.OpenAsync(browser, "/admin/content/versions/edit")).Value("Trial.Line"));
        Assert.Contains("le nouveau pont de pierre", await browser.PageOfAsync("versions"), StringComparison.Ordinal);

        // The button pressed twice, or a page from before: once is enough.
        using var again = await browser.SendAsync(history[2], history[2] + "/restoration", ("revision", revision));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(4, Version().Count(await browser.TextAsync("/admin/content/versions")));
    }

    [StoreFact]
    public async Task Version_of_another_item_or_of_none_does_not_exist()
    {
        await site.AddTrialAsync("autre-1", "fr", "Autre un");
        await site.AddTrialAsync("autre-2", "fr", "Autre deux");
        using var browser = await site.OpenAsAsync("editor");
        var version = Version().Match(await browser.TextAsync("/admin/content/autre-1")).Groups[1].Value.Split('/')[^1];

        Assert.Equal(404, await browser.StatusAsync($"/admin/content/autre-2/versions/{version}"));
        Assert.Equal(404, await browser.StatusAsync("/admin/content/autre-2/versions/none"));
        using var refused = await browser.SendAsync("/admin/content/autre-2", $"/admin/content/autre-2/versions/{version}/restoration", ("revision", "1"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [StoreFact]
    public async Task Copy_is_a_draft_in_each_language_and_leads_to_its_editor()
    {
        await site.AddTrialAsync("modele-fr", "fr", "Modèle", """ "Line": { "Text": "texte" } """, "modele");
        await site.AddTrialAsync("modele-en", "en", "Model", """ "Line": { "Text": "text" } """, "modele");
        using var browser = await site.OpenAsAsync("editor");

        using var copied = await browser.SendAsync("/admin/content/modele-fr", "/admin/content/modele-fr/duplication");

        var form = await EditorForm.OpenAsync(browser, copied.Headers.Location!.OriginalString);
        Assert.Equal(("Modèle (copie)", "texte"), (form.Value("TitlePart.Title"), form.Value("Trial.Line")));
        Assert.Contains("Model (copie)", await browser.TextAsync("/admin/content?state=Draft&q=copie"), StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/fr/essais/modele"));
    }

    [GeneratedRegex("href=\"(/admin/content/[^\"]+/versions/[^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}

[Collection(EditorTests.Name)]
public sealed class SqliteVersionTests(EditorSite site) : VersionTests(site);

[Collection(PostgresTests.Name)]
public sealed class PostgresVersionTests(PostgresEditorSite site) : VersionTests(site), IClassFixture<PostgresEditorSite>;
