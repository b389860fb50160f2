using System.Text.RegularExpressions;

namespace Cms.Benchmarks;

/// <summary>An item page made anew for each request, plain and compressed.</summary>
internal static partial class UncachedItem
{
    private const int Rounds = 5;
    private const string List = "/fr/agenda-21";
    private static readonly Aim _aim = new(0.5);

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        using var website = bench.Website(bench.NewData());
        using var bare = bench.Host(Baseline.Bare);
        await website.ServesAsync();
        await bare.ServesAsync();
        var path = Item().Match(await Page.GetAsync(website.Client, List)).Groups[1].Value;
        var length = bench.Options.Length;
        Func<Task<LoadResult>>[] runs =
        [
            () => Load.RunAsync(website, path, length, ("Cookie", Workbench.Cookie)),
            () => Load.RunAsync(website, path, length, ("Cookie", Workbench.Cookie), ("Accept-Encoding", Workbench.Encoding)),
            () => Load.RunAsync(bare, path, length),
        ];
        var cpu = runs.Select(_ => new List<double>()).ToArray();
        foreach (var run in runs)
        {
            await Load.WarmUpAsync(run);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                cpu[i].Add((await runs[i]()).Cpu);
            }
        }

        var baseline = new Figure(cpu[2].Median(), "ms", "bare Kestrel");
        report.Add("uncached item page: CPU per request", new Figure(cpu[0].Median(), "ms"), baseline, _aim);
        report.Add("uncached item page, compressed: CPU per request", new Figure(cpu[1].Median(), "ms"), baseline);
    }

    [GeneratedRegex($@"href=""({List}/[^""?/]+)""")]
    private static partial Regex Item();
}
