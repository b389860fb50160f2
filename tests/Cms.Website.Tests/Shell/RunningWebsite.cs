using System.Diagnostics;

namespace Cms.Website.Tests.Shell;

/// <summary>The built program as a process of its own, on a temporary data folder and a port that the machine chooses.</summary>
internal sealed class RunningWebsite : IDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private RunningWebsite(Process process, DirectoryInfo data, Uri address)
    {
        _process = process;
        _data = data;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<RunningWebsite> StartAsync(params string[] args)
    {
        var data = Directory.CreateTempSubdirectory("cms-");
        // Set up from nothing, whatever the real recipes ask for.
        var recipe = Path.Combine(data.FullName, "empty.recipe.json");
        await File.WriteAllTextAsync(recipe, """{ "name": "empty", "steps": [] }""");
        var process = Start(["--Urls=http://127.0.0.1:0", $"--Cms:Setup:Recipe={recipe}", .. args], data);
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return await ReadyAsync(new RunningWebsite(process, data, new Uri(line[(at + Listening.Length)..].Trim())));
            }
        }

        throw new InvalidOperationException("The website ended before it listened.");
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var data = Directory.CreateTempSubdirectory("cms-");
        using var process = Start(args, data);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        data.Delete(recursive: true);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static async Task<RunningWebsite> ReadyAsync(RunningWebsite website)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await website.Client.GetAsync("/health/ready", limit.Token);
            if (response.IsSuccessStatusCode)
            {
                return website;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static Process Start(string[] args, DirectoryInfo data)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Cms.Web.dll");
        // A verb must come first, and a setting given twice takes its last value.
        var settings = args.Any(a => a.StartsWith("--Cms:DataPath", StringComparison.Ordinal)) ? Array.Empty<string>() : [$"--Cms:DataPath={data.FullName}"];
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }
}
