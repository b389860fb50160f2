using System.Globalization;

namespace Cms.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Website">Program of the website: a published one, or the built <c>Cms.Web.dll</c>.</param>
/// <param name="Items">Items of the large list, at least one page.</param>
/// <param name="Length">How long one run of load lasts.</param>
internal sealed record BenchmarkOptions(string Website, int Items, TimeSpan Length)
{
    private const int DefaultItems = 100_000;
    private const int DefaultSeconds = 4;

    /// <returns>Null for an unknown option, a number that is none, and a website that is not there.</returns>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions(BuiltWebsite(), DefaultItems, TimeSpan.FromSeconds(DefaultSeconds));
        foreach (var pair in args.Chunk(2))
        {
            var next = pair switch
            {
                ["--website", var path] => options with { Website = Path.GetFullPath(path) },
                ["--items", var text] when Number(text) is { } number => options with { Items = number },
                ["--seconds", var text] when Number(text) is { } number => options with { Length = TimeSpan.FromSeconds(number) },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        if (File.Exists(options.Website))
        {
            return options;
        }

        Console.Error.WriteLine($"There is no website at {options.Website}.");
        return null;
    }

    /// <summary>Beside this program, in the same configuration: <c>artifacts/bin/Cms.Web/release</c>.</summary>
    private static string BuiltWebsite()
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath(Path.Combine(own.FullName, "..", "..", "Cms.Web", own.Name, "Cms.Web.dll"));
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
