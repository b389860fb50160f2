namespace Cms.Benchmarks;

/// <summary>Start of the process on an existing website, up to the first answer 200.</summary>
internal static class StartTime
{
    private const int Rounds = 5;
    private static readonly Aim _aim = new(4, OfRatio: true);

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        var data = bench.NewData();
        var (own, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            own.Add(await MeasureAsync(bench.Website(data)));
            bare.Add(await MeasureAsync(bench.Host(Baseline.Bare)));
        }

        report.Add("start on an existing website", new Figure(own.Median(), "ms"), new Figure(bare.Median(), "ms", "bare Kestrel"), _aim);
    }

    /// <returns>Milliseconds.</returns>
    public static async Task<double> MeasureAsync(ServerProcess server)
    {
        using (server)
        {
            return (await server.ServesAsync()).TotalMilliseconds;
        }
    }
}
