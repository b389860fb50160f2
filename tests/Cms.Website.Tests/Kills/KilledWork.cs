using System.Net;
using System.Text.Json;
using Cms.KillSwitch;
using Cms.Website.Tests.Recipes;
using Cms.Website.Tests.Users;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Kills;

/// <summary>
/// A work of the real program that is killed at each of its steps. The steps are those that an undisturbed run reaches, so a new one is tested without
/// a change here.
/// </summary>
/// <param name="server">Where the main store is; null for a file of SQLite.</param>
public abstract class KilledWork(PostgresServer? server) : IDisposable
{
    protected const string Password = "a long pass phrase for tests";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-kill-").FullName;

    /// <summary>Connection string of each data folder's database.</summary>
    private readonly Dictionary<string, string> _databases = [];

    /// <summary>Steps that the work is made of, at the least: a test that reaches none of them tests nothing.</summary>
    protected abstract IReadOnlyList<string> Known { get; }

    protected string Recipe => Path.Combine(_folder, "small.recipe.json");

    private string Armed => Path.Combine(_folder, "armed");

    private string Template => Path.Combine(_folder, "template");

    [StoreFact]
    public async Task Killed_at_any_step_it_is_whole_or_absent_after_the_next_start()
    {
        await File.WriteAllTextAsync(Recipe, Of(
            """{ "name": "Feature", "enable": ["Cms.Users", "Cms.ContentAdmin", "Cms.Api", "Cms.SearchPages", "Cms.Pages", "Cms.Theme.Public", "Cms.Theme.Admin"] }""",
            """{ "name": "Themes", "site": "Cms.Theme.Public", "admin": "Cms.Theme.Admin" }""",
            """{ "name": "Roles", "Roles": [ { "Name": "Administrator", "Permissions": ["SiteOwner"], "PermissionBehavior": "Replace" } ] }""",
            Items(Page("first-fr", "first", "fr", "Moulin", "Farine")),
            """{ "name": "media", "Files": [ { "TargetPath": "x/a.txt", "Base64": "YQ==" } ] }"""));
        await AddDatabaseAsync(Template, null);
        await PrepareAsync(Template);
        var steps = await RecordAsync();
        Assert.Equal([], Known.Except(steps));
        foreach (var step in steps.CountBy(step => step))
        {
            // Of a step that comes again and again, the first time and one in the middle.
            foreach (var time in new[] { 1, (step.Value + 1) / 2 }.Distinct())
            {
                await KillAtAsync(step.Key, time);
            }
        }
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the data folder in which the work begins.</summary>
    protected virtual async Task PrepareAsync(string data)
    {
        using var website = Launch(data, new Dictionary<string, string>(), "--Cms:Setup:Recipe", Recipe, "--Cms:Setup:AdminPassword", Password);
        await ReadyAsync(website);
        await FoundAsync(website, "farine");
        await website.KillAsync();
    }

    /// <summary>Starts the program on a data folder and its database.</summary>
    protected WebsiteProcess Launch(string data, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        WebsiteProcess.Start(data, environment, [.. arguments, .. _databases.TryGetValue(data, out var database) ? PostgresServer.Settings(database).SelectMany(setting => new[] { "--" + setting.Key, setting.Value }) : []]);

    /// <summary>Starts the process that the work is done in.</summary>
    protected abstract WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment);

    /// <summary>Does the work.</summary>
    /// <param name="arm">To be called when it begins.</param>
    /// <returns>True once the work is acknowledged.</returns>
    protected abstract Task<bool> WorkAsync(WebsiteProcess process, Action arm);

    /// <summary>Whether the work is there, wholly; fails when it is there in part.</summary>
    protected abstract Task<bool> IsDoneAsync(string data, WebsiteProcess restarted, WebsiteProcess killed);

    /// <param name="ended">True where the process may be killed before: then the last exception of the connection is thrown.</param>
    protected static async Task ReadyAsync(WebsiteProcess website, bool ended = false)
    {
        using var client = new HttpClient { BaseAddress = website.Address };
        var end = DateTime.UtcNow + _patience;
        while (DateTime.UtcNow < end)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!ended || !website.HasEnded)
            {
                // The listener is not open yet.
            }

            await Task.Delay(100);
        }

        Assert.Fail(string.Join('\n', website.Output));
    }

    protected static Browser Open(WebsiteProcess website) => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = website.Address });

    /// <summary>Waits until the search finds the word.</summary>
    protected static async Task FoundAsync(WebsiteProcess website, string word)
    {
        var end = DateTime.UtcNow + _patience;
        while (!await FindsAsync(website, word))
        {
            Assert.True(DateTime.UtcNow < end, $"The search does not find {word}: {string.Join('\n', website.Output)}");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> FindsAsync(WebsiteProcess website, string word)
    {
        using var client = new HttpClient { BaseAddress = website.Address };
        using var answer = await client.GetAsync($"/api/search?culture=fr&q={word}");
        return answer.IsSuccessStatusCode && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32() > 0;
    }

    private async Task<List<string>> RecordAsync()
    {
        var record = Path.Combine(_folder, "steps");
        var data = await CopyAsync("recorded");
        using var process = Start(data, Environment([(StepOrder.RecordVariable, record)]));
        Assert.True(await WorkAsync(process, Arm), string.Join('\n', process.Output));
        // What follows on its own: the end of it shows in nothing that a visitor sees.
        await Task.Delay(TimeSpan.FromSeconds(1));
        if (!process.HasEnded)
        {
            await process.KillAsync();
        }

        File.Delete(Armed);
        return [.. await File.ReadAllLinesAsync(record)];
    }

    private async Task KillAtAsync(string step, int time)
    {
        var data = await CopyAsync($"{step}-{time}");
        using var killed = Start(data, Environment([(StepOrder.StepVariable, step), (StepOrder.TimeVariable, $"{time}")]));
        var acknowledged = await WorkAsync(killed, Arm);
        Assert.Equal(137, await killed.EndAsync());
        File.Delete(Armed);

        using var restarted = Launch(data, new Dictionary<string, string>(), "--Cms:Setup:Recipe", Recipe);
        await ReadyAsync(restarted);
        using var doctor = Launch(data, new Dictionary<string, string>(), "doctor");
        Assert.True(await doctor.EndAsync() == 0, $"{step}: {string.Join('\n', doctor.Output)}");
        await FoundAsync(restarted, "farine");
        Assert.True(await IsDoneAsync(data, restarted, killed) || !acknowledged, $"{step}: acknowledged, and lost");
    }

    private void Arm() => File.WriteAllText(Armed, "");

    private Dictionary<string, string> Environment((string Name, string Value)[] order) => new(order.Select(o => KeyValuePair.Create(o.Name, o.Value)))
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StepOrder).Assembly.Location,
        [StepOrder.ArmedVariable] = Armed,
    };

    private async Task AddDatabaseAsync(string data, string? template)
    {
        if (server?.Cluster is { } cluster)
        {
            _databases[data] = await cluster.CreateDatabaseAsync(template);
        }
    }

    private async Task<string> CopyAsync(string name)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        if (Directory.Exists(Template))
        {
            foreach (var file in Directory.GetFiles(Template, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(Template, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        await AddDatabaseAsync(target, _databases.GetValueOrDefault(Template));
        return target;
    }
}
