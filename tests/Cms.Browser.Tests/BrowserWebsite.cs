using System.Diagnostics;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>The website of the recipe departement, as a process of its own on a temporary folder, and a headless Chromium.</summary>
public sealed class BrowserWebsite : IAsyncLifetime
{
    public const string Password = "trois pommes et un escargot bleu";
    private const string Listening = "Now listening on: ";
    private static readonly string[] _quiet =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cms-browser-");
    private Process _process = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public static bool IsLeftOut => Environment.GetEnvironmentVariable("CMS_TESTS_WITHOUT_BROWSER") == "1";

    public Uri Address { get; private set; } = null!;

    /// <summary>Folder that the website keeps its data in.</summary>
    public string DataPath => _data.FullName;

    public async Task InitializeAsync()
    {
        if (IsLeftOut)
        {
            return;
        }

        Address = await StartWebsiteAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = _quiet });
    }

    public async Task DisposeAsync()
    {
        if (IsLeftOut)
        {
            return;
        }

        await _browser.DisposeAsync();
        _playwright.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>A page of a new visitor.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, int height = 900, bool dark = false, bool script = true, string locale = "fr-FR")
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = locale,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    private async Task<Uri> StartWebsiteAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "Cms.Web.dll"), "--Urls=http://127.0.0.1:0", "--Cms:BaseUrl=http://127.0.0.1/", $"--Cms:DataPath={_data.FullName}", $"--Cms:Setup:AdminPassword={Password}",
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return await ReadyAsync(new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException("The website ended before it listened.");
    }

    private static async Task<Uri> ReadyAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
            if (response.IsSuccessStatusCode)
            {
                return address;
            }

            await Task.Delay(100, limit.Token);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserWebsite>
{
    public const string Name = "browser";
}
