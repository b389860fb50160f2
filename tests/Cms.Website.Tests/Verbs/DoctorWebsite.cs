using System.Net;
using Cms.Website.Tests.Recipes;
using Microsoft.Data.Sqlite;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Verbs;

/// <summary>A small, sound website that is stopped. Tests break copies of its data folder.</summary>
public sealed class DoctorWebsite : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-doctor-").FullName;
    private int _copies;

    private string Template => Path.Combine(_folder, "template");

    public async Task InitializeAsync()
    {
        var recipe = Path.Combine(_folder, "small.recipe.json");
        await File.WriteAllTextAsync(recipe, Of(
            """{ "name": "Feature", "enable": ["Cms.Users", "Cms.ContentAdmin", "Cms.Api", "Cms.SearchPages", "Cms.Taxonomies", "Cms.Pages", "Cms.Theme.Public", "Cms.Theme.Admin"] }""",
            """{ "name": "Themes", "site": "Cms.Theme.Public", "admin": "Cms.Theme.Admin" }""",
            """{ "name": "Settings", "SiteName": "Moulins" }""",
            """{ "name": "media", "Files": [ { "TargetPath": "x/meule.txt", "Base64": "YQ==" } ] }""",
            Items(
                Page("bread-fr", "bread", "fr", "Pain"),
                Page("mill-fr", "mill", "fr", "Moulin", "[Pain](item:bread) ![Meule](media:x/meule.txt)").Replace("\"Page\":", "\"PublicationPart\": { \"Themes\": { \"TaxonomyContentItemId\": \"crafts\", \"TermContentItemIds\": [\"milling\"] } }, \"Page\":", StringComparison.Ordinal),
                Page("mill-en", "mill", "en", "Mill"),
                """
                { "ContentItemId": "crafts-fr", "ContentType": "Taxonomy", "TitlePart": { "Title": "Métiers" }, "LocalizationPart": { "LocalizationSet": "crafts", "Culture": "fr" },
                  "TermsPart": { "Terms": { "Rows": [ { "Id": "milling", "Code": { "Text": "milling" }, "Name": { "Text": "Meunerie" } } ] } } }
                """)));
        using var website = WebsiteProcess.Start(Template, "--Cms:Setup:Recipe", recipe, "--Cms:Setup:AdminPassword", "a long pass phrase for tests");
        await ReadyAsync(website);
        // Beside the running website the doctor waits for the search index.
        var (code, output) = await WebsiteProcess.RunAsync(Template, "doctor");
        Assert.True(code == 0, output);
        await website.KillAsync();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A copy of the data folder.</summary>
    public string Copy()
    {
        var target = Path.Combine(_folder, FormattableString.Invariant($"copy{Interlocked.Increment(ref _copies)}"));
        foreach (var file in Directory.GetFiles(Template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    /// <summary>Runs SQL on a database file, and fails where it changes nothing.</summary>
    public static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is a test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    private static async Task ReadyAsync(WebsiteProcess website)
    {
        using var client = new HttpClient { BaseAddress = website.Address };
        for (var end = DateTime.UtcNow + _patience; DateTime.UtcNow < end && !website.HasEnded; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The listener is not open yet.
            }
        }

        Assert.Fail(string.Join('\n', website.Output));
    }
}
