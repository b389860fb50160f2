using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;
using Cms.Website.Tests.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.Recipes;

/// <summary>
/// The recipe that a website was set up from, run again after people worked on it: what the recipe says holds again, what it does not know stays, and a
/// second run has nothing to do.
/// </summary>
public abstract partial class EditedWebsiteTests(SeededWebsite website)
{
    private const string Titled = "4hapc1d6cb3ypntbbb0ms65cqy";
    private const string Drafted = "48pqj4kt5v41t71jhp8t9h820r";
    private const string Withdrawn = "455y1chjqy6ccknmzztyd07mjq";
    private const string Deleted = "4fgga4t1ah0nag0zmpwahzatqz";
    private const string Emptied = "4r55atvh288myb1hf0gn67snp4";

    [StoreFact]
    public async Task Second_run_after_a_day_of_edits_has_nothing_to_do()
    {
        var untouched = await RunAsync();
        Assert.Equal((0, 0, false), (Count(untouched, RecipeChange.Created), Count(untouched, RecipeChange.Changed), untouched.IsWritten));

        await EditAsync();
        var first = await RunAsync();

        Assert.True(first.IsWritten);
        Assert.Equal(["TitlePart.Title"], Line(first, Titled).Fields);
        Assert.Equal(["TitlePart.Title"], Line(first, Drafted).Fields);
        Assert.Equal(["Published"], Line(first, Withdrawn).Fields);
        Assert.Equal(["TermsPart.Terms"], Line(first, Emptied).Fields);
        Assert.Equal(RecipeChange.Created, Line(first, Deleted).Change);
        Assert.Equal((1, 4), (Count(first, RecipeChange.Created), Count(first, RecipeChange.Changed)));
        foreach (var id in (string[])[Titled, Drafted, Withdrawn, Deleted])
        {
            Assert.Equal((string?)website.Item(id)["TitlePart"]!["Title"], (await website.JsonAsync($"/api/content/{id}")).GetProperty("DisplayText").GetString());
        }

        var second = await RunAsync();
        Assert.Equal((0, 0, false), (Count(second, RecipeChange.Created), Count(second, RecipeChange.Changed), second.IsWritten));
    }

    private async Task EditAsync()
    {
        using var browser = await SignInAsync();
        var own = await website.PublishAsync(WritingTests.Page("Page du jour"));
        await website.PublishAsync(website.Item(Titled).Titled("Participation des isards"));
        using var draft = await website.SendAsync(HttpMethod.Post, "/api/content?draft=true", "admin", website.Item(Drafted).Titled("Chamois draft"));
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        await DecideAsync(browser, Withdrawn, "publication/removal");
        await DecideAsync(browser, Deleted, "removal");
        var terms = website.Item(Emptied);
        terms["TermsPart"]!["Terms"]!["Rows"]!.AsArray().Last()!["Name"] = new JsonObject { ["Text"] = "Autre nom" };
        await website.PublishAsync(terms);
        Assert.Equal(200, await browser.StatusAsync($"/admin/content/{own["ContentItemId"]}"));
    }

    /// <summary>A browser of the account that the set-up made.</summary>
    private async Task<Browser> SignInAsync()
    {
        var browser = new Browser(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = website.Client.BaseAddress });
        using var answer = await browser.SignInAsync("admin", SeededWebsite.Password);
        Assert.Equal("/admin", answer.Headers.Location?.OriginalString);
        return browser;
    }

    private static async Task DecideAsync(Browser browser, string id, string verb)
    {
        var page = $"/admin/content/{id}";
        using var answer = await browser.SendAsync(page, $"{page}/{verb}", ("revision", Revision().Match(await browser.TextAsync(page)).Groups[1].Value), ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("done=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private async Task<RecipeReport> RunAsync()
    {
        var recipe = await website.Services.GetRequiredService<RecipeCatalog>().FindAsync("departement");
        var report = await website.Services.GetRequiredService<RecipeRunner>().RunAsync(new RecipeRequest(recipe!, Actor.System));
        Assert.Empty(report.Problems);
        return report;
    }

    private static RecipeLine Line(RecipeReport report, string id) => Assert.Single(report.Lines, line => line.Subject.Contains(id, StringComparison.Ordinal));

    private static int Count(RecipeReport report, RecipeChange change) => report.Lines.Count(line => line.Change == change);

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}

public sealed class SqliteEditedWebsiteTests(SeededWebsite website) : EditedWebsiteTests(website), IClassFixture<SeededWebsite>;

[Collection(PostgresTests.Name)]
public sealed class PostgresEditedWebsiteTests(PostgresWebsite website) : EditedWebsiteTests(website), IClassFixture<PostgresWebsite>;
