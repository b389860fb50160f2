namespace Cms.Benchmarks;

/// <summary>The home page out of the output cache, against hosts that do nothing else.</summary>
internal static class CachedHome
{
    private const int Rounds = 5;
    private static readonly Aim _aim = new(1.3, OfRatio: true);

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        using var website = bench.Website(bench.NewData());
        using var cached = bench.Host(Baseline.Cached);
        using var bare = bench.Host(Baseline.Bare);
        ServerProcess[] servers = [website, cached, bare];
        foreach (var server in servers)
        {
            await server.ServesAsync();
            await Load.WarmUpAsync(() => RunAsync(server));
        }

        var results = servers.Select(_ => new List<LoadResult>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < servers.Length; i++)
            {
                results[i].Add(await RunAsync(servers[i]));
            }
        }

        double[] cpu = [.. results.Select(runs => runs.Select(run => run.Cpu * 1_000).Median())];
        double[] rate = [.. results.Select(runs => runs.Select(run => run.RequestsPerSecond).Median())];
        report.Add("cached home page: CPU per request", Micro(cpu[0]), Micro(cpu[1], "output cache"), _aim);
        report.Add("cached home page: CPU per request", Micro(cpu[0]), Micro(cpu[2], "bare Kestrel"));
        report.Add("cached home page: requests per second", new Figure(rate[0], "/s"), new Figure(rate[1], "/s", "output cache"));
        report.Add("cached home page: requests per second", new Figure(rate[0], "/s"), new Figure(rate[2], "/s", "bare Kestrel"));

        Task<LoadResult> RunAsync(ServerProcess server) => Load.RunAsync(server, Workbench.Home, bench.Options.Length, ("Accept-Encoding", Workbench.Encoding));
    }

    private static Figure Micro(double value, string name = "") => new(value, "µs", name);
}
