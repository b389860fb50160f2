using System.Net;
using System.Text.RegularExpressions;
using Cms.Website.Tests.Recipes;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Kills;

public abstract class KilledSetup(PostgresServer? server) : KilledWork(server)
{
    protected override IReadOnlyList<string> Known =>
        ["setup.announced", "recipe.files-staged", "recipe.content-written", "recipe.account-written", "store.written", "store.committed", "recipe.committed", "recipe.files-renamed", "setup.done", "index.committed"];

    protected override Task PrepareAsync(string data) => Task.CompletedTask;

    protected override WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment)
    {
        File.WriteAllText(environment[KillSwitch.StepOrder.ArmedVariable], "");
        return Launch(data, environment, "--Cms:Setup:Recipe", Recipe);
    }

    protected override async Task<bool> WorkAsync(WebsiteProcess process, Action arm)
    {
        if (!process.WaitForLine("The website is set up."))
        {
            return false;
        }

        try
        {
            await FoundAsync(process, "farine");
        }
        catch (HttpRequestException)
        {
            // Killed after it was set up.
        }

        return true;
    }

    /// <summary>The second start completes it, and the password that was announced last opens the door.</summary>
    protected override async Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed)
    {
        var password = killed.Output.Concat(restarted.Output).Select(line => Regex.Match(line, "^Account admin, password (.+)$")).Last(match => match.Success).Groups[1].Value;
        using var browser = Open(restarted);
        using var answer = await browser.SignInAsync("admin", password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(data, "media", "x", "a.txt")));
        return true;
    }
}

public abstract class KilledIndexing(PostgresServer? server) : KilledWork(server)
{
    protected override IReadOnlyList<string> Known => ["index.written", "index.committed"];

    protected override async Task PrepareAsync(string data)
    {
        await base.PrepareAsync(data);
        Directory.Delete(Path.Combine(data, "search"), recursive: true);
    }

    protected override WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment)
    {
        File.WriteAllText(environment[KillSwitch.StepOrder.ArmedVariable], "");
        return Launch(data, environment);
    }

    protected override async Task<bool> WorkAsync(WebsiteProcess process, Action arm)
    {
        try
        {
            await ReadyAsync(process, ended: true);
            await FoundAsync(process, "farine");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>That the word is found again was asked already.</summary>
    protected override Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed) => Task.FromResult(true);
}

public abstract class KilledRecipe(PostgresServer? server) : KilledWork(server)
{
    protected override IReadOnlyList<string> Known => ["recipe.files-staged", "recipe.content-written", "store.written", "store.committed", "recipe.committed", "recipe.files-renamed"];

    protected override WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment)
    {
        var recipe = Path.Combine(data, "more.recipe.json");
        File.WriteAllText(recipe, Of(
            Items(Page("second-fr", "second", "fr", "Four", "Pain"), Page("third-fr", "third", "fr", "Cave", "Fromage")),
            """{ "name": "media", "Files": [ { "TargetPath": "x/b.txt", "Base64": "Yg==" } ] }"""));
        File.WriteAllText(environment[KillSwitch.StepOrder.ArmedVariable], "");
        return Launch(data, environment, "recipe", "run", recipe);
    }

    protected override async Task<bool> WorkAsync(WebsiteProcess process, Action arm) => await process.EndAsync() == 0;

    protected override async Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed)
    {
        using var browser = Open(restarted);
        var (second, third) = (await browser.StatusAsync("/api/content/second-fr"), await browser.StatusAsync("/api/content/third-fr"));
        Assert.Equal(second, third);
        Assert.Equal(second == 200, File.Exists(Path.Combine(data, "media", "x", "b.txt")));
        if (second == 200)
        {
            await FoundAsync(restarted, "fromage");
        }

        return second == 200;
    }
}

public abstract class KilledFeatureChange(PostgresServer? server) : KilledWork(server)
{
    private const string Feature = "Cms.Seo";

    protected override IReadOnlyList<string> Known => ["shell.prepared", "store.written", "store.committed", "shell.stored", "shell.swapped"];

    protected override WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment) => Launch(data, environment);

    protected override async Task<bool> WorkAsync(WebsiteProcess process, Action arm)
    {
        await ReadyAsync(process);
        using var browser = Open(process);
        using var signedIn = await browser.SignInAsync("admin", Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        try
        {
            arm();
            using var answer = await browser.SendAsync("/admin/features", $"/admin/features/{Feature}/activation");
            return answer.StatusCode == HttpStatusCode.Redirect;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    protected override async Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed)
    {
        using var browser = Open(restarted);
        using var signedIn = await browser.SignInAsync("admin", Password);
        return (await browser.TextAsync("/admin/features")).Contains($"/admin/features/{Feature}/deactivation", StringComparison.Ordinal);
    }
}

public abstract class KilledPublication(PostgresServer? server) : KilledWork(server)
{
    protected override IReadOnlyList<string> Known => ["store.written", "store.committed", "follower.read", "index.written", "index.committed", "follower.followed"];

    protected override WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment) => Launch(data, environment);

    protected override async Task<bool> WorkAsync(WebsiteProcess process, Action arm)
    {
        await ReadyAsync(process);
        using var browser = Open(process);
        using var signedIn = await browser.SignInAsync("admin", Password);
        using var made = await browser.SendAsync("/account/tokens", "/account/tokens", ("Name", "test"), ("Days", "1"));
        var token = Regex.Match(await made.Content.ReadAsStringAsync(), "<code>(cms_[^<]+)</code>").Groups[1].Value;
        Assert.NotEmpty(token);
        browser.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var acknowledged = false;
        try
        {
            arm();
            using var body = new StringContent(Page("new-fr", "new", "fr", "Fournil", "Levain"), System.Text.Encoding.UTF8, "application/json");
            using var answer = await browser.Client.PostAsync("/api/content", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            acknowledged = true;
            await FoundAsync(process, "levain");
        }
        catch (HttpRequestException)
        {
            // Killed before the answer, or after it.
        }

        return acknowledged;
    }

    protected override async Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed)
    {
        using var browser = Open(restarted);
        if (await browser.StatusAsync("/fr/fournil") != 200)
        {
            Assert.Equal(404, await browser.StatusAsync("/api/content/new-fr"));
            return false;
        }

        await FoundAsync(restarted, "levain");
        return true;
    }
}

public sealed class SqliteKilledSetup() : KilledSetup(null);

public sealed class SqliteKilledIndexing() : KilledIndexing(null);

public sealed class SqliteKilledRecipe() : KilledRecipe(null);

public sealed class SqliteKilledFeatureChange() : KilledFeatureChange(null);

public sealed class SqliteKilledPublication() : KilledPublication(null);

[Collection(PostgresKills.Name)]
public sealed class PostgresKilledSetup(PostgresServer server) : KilledSetup(server);

[Collection(PostgresKills.Name)]
public sealed class PostgresKilledIndexing(PostgresServer server) : KilledIndexing(server);

[Collection(PostgresKills.Name)]
public sealed class PostgresKilledRecipe(PostgresServer server) : KilledRecipe(server);

[Collection(PostgresKills.Name)]
public sealed class PostgresKilledFeatureChange(PostgresServer server) : KilledFeatureChange(server);

[Collection(PostgresKills.Name)]
public sealed class PostgresKilledPublication(PostgresServer server) : KilledPublication(server);

/// <summary>A server of their own: they take as long as all the other tests on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresKills : ICollectionFixture<PostgresServer>
{
    public const string Name = "Kills on PostgreSQL";
}
