namespace Cms.Benchmarks;

/// <summary>The temporary folder of a run: a website that is set up, to be copied, and an answer for the baselines.</summary>
internal sealed class Workbench(BenchmarkOptions options) : IDisposable
{
    /// <summary>The page that is measured where any page will do.</summary>
    public const string Home = "/fr";

    /// <summary>What browsers ask for.</summary>
    public const string Encoding = "br";

    /// <summary>A cookie that is not the website's: with it the output cache is left out.</summary>
    public const string Cookie = "x=1";

    /// <summary>Password of the account admin on every website of a run.</summary>
    public const string Password = "trois pommes et un escargot bleu";

    private readonly string _folder = Directory.CreateTempSubdirectory("cms-benchmarks-").FullName;
    private int _folders;

    public BenchmarkOptions Options => options;

    private string Template => Path.Combine(_folder, "template");

    private string AnswerFile => Path.Combine(_folder, "answer.json");

    /// <summary>Sets a website up and keeps its home page.</summary>
    public async Task PrepareAsync()
    {
        using var website = Website(Template);
        await website.ServesAsync();
        await website.SettlesAsync();
        var answer = await Answer.ReadAsync(website.Client, Home, Encoding);
        await answer.SaveAsync(AnswerFile);
    }

    public ServerProcess Website(string data) => new(options.Website, url => ["--Urls", url, "--Cms:DataPath", data, "--Cms:Setup:AdminPassword", Password]);

    public ServerProcess Host(string mode) => new(typeof(Workbench).Assembly.Location, url => [mode, AnswerFile, url]);

    /// <summary>Path of a file or folder that does not exist yet.</summary>
    public string NewPath() => Path.Combine(_folder, FormattableString.Invariant($"{++_folders}"));

    /// <returns>A data folder of a website that is set up.</returns>
    public string NewData()
    {
        var data = NewPath();
        foreach (var file in Directory.EnumerateFiles(Template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(Template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return data;
    }

    /// <summary>Runs an operator verb of the website to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote.</exception>
    public async Task VerbAsync(params string[] arguments)
    {
        using var process = ServerProcess.Launch(options.Website, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output + await errors);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
