namespace Cms.Benchmarks;

/// <summary>Start on an empty data folder, which sets the website up from the recipe <c>departement</c>.</summary>
internal static class SetupTime
{
    private const int Rounds = 3;

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        var data = bench.NewData();
        var (setup, start) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            setup.Add(await StartTime.MeasureAsync(bench.Website(bench.NewPath())));
            start.Add(await StartTime.MeasureAsync(bench.Website(data)));
        }

        report.Add("set-up from the recipe departement", new Figure(setup.Median(), "ms"), new Figure(start.Median(), "ms", "start"));
    }
}
