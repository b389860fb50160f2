using System.Diagnostics;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>RGAA 8.2: the Nu HTML checker finds neither error nor warning on any type of page, of the website and of the administration. One call for all, for each start takes seconds.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ValidatorTests(BrowserWebsite website) : IDisposable
{
    private static readonly string[] _administration =
    [
        "/admin", "/admin/content", "/admin/content/new", "/admin/content/new/Programme/fr", "/admin/content/new/Site/en", "/admin/content/bin", "/admin/features", "/admin/recipes", "/admin/users", "/account/tokens", "/account/password",
    ];

    private readonly DirectoryInfo _pages = Directory.CreateTempSubdirectory("cms-validator-");
    private readonly Dictionary<string, string> _paths = [];

    [BrowserFact]
    public async Task Html_of_every_type_of_page_is_valid()
    {
        var page = await website.OpenAsync("/health/live");
        foreach (var path in PageTypes.All)
        {
            await KeepAsync(page, path);
        }

        await page.GotoAsync("/login");
        await page.SignInAsync();
        foreach (var path in _administration)
        {
            await KeepAsync(page, path);
        }

        await KeepItemAsync(page);
        await page.Context.CloseAsync();

        var found = await CheckAsync([.. _paths.Keys]);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [BrowserFact]
    public async Task Checker_finds_an_error()
    {
        var file = Path.Combine(_pages.FullName, "wrong.html");
        await File.WriteAllTextAsync(file, "<!DOCTYPE html><html lang=en><title>Wrong</title><ul><p>A paragraph</p></ul>");
        _paths[file] = "/wrong";

        Assert.Contains(await CheckAsync([file]), found => found.StartsWith("/wrong", StringComparison.Ordinal) && found.Contains("not allowed", StringComparison.Ordinal));
    }

    public void Dispose() => _pages.Delete(recursive: true);

    /// <summary>The page of an item and its filled form.</summary>
    private async Task KeepItemAsync(IPage page)
    {
        foreach (var type in new[] { "Programme", "Agenda21Action", "Menu" })
        {
            await page.GotoAsync($"/admin/content?type={type}");
            await page.ClickAsync("a.grid__main >> nth=0");
            await KeepAsync(page, new Uri(page.Url).PathAndQuery);
            await KeepAsync(page, new Uri(await page.Locator("a.btn[href$='/edit']").First.EvaluateAsync<string>("a => a.href")).PathAndQuery);
        }
    }

    private async Task KeepAsync(IPage page, string path)
    {
        var answer = await page.Context.APIRequest.GetAsync(path);
        Assert.True(answer.Status == (PageTypes.IsLost(path) ? 404 : 200), $"{path}: {answer.Status}");
        Assert.EndsWith(path, answer.Url, StringComparison.Ordinal);
        var file = Path.Combine(_pages.FullName, $"{_paths.Count}.html");
        await File.WriteAllTextAsync(file, await answer.TextAsync());
        _paths[file] = path;
    }

    private async Task<List<string>> CheckAsync(IEnumerable<string> files)
    {
        var jar = Path.Combine(RepositoryRoot(), "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Assert.True(File.Exists(jar), "The checker is missing: run \"npm ci --ignore-scripts\" in the repository, as tests/run does.");
        using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", jar, "--format", "gnu", "--stdout", "--exit-zero-always", .. files]) { RedirectStandardOutput = true })!;
        var lines = (await checker.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await checker.WaitForExitAsync();
        Assert.Equal(0, checker.ExitCode);

        // The framework closes the hidden fields of forms as XML does; the checker has no objection, it remarks that this means nothing.
        return [.. lines.Where(line => !line.Contains(": info: Trailing slash", StringComparison.Ordinal)).Select(line => _paths.Aggregate(line, (text, file) => text.Replace($"\"file:{file.Key}\"", file.Value, StringComparison.Ordinal)))];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cms.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
