// Measures the website against bare ASP.NET Core hosts of the same run, on the same machine, and prints a table. Aims are printed beside the figures; the
// exit code is 0 whether they are met or not.
// usage: Cms.Benchmarks [--website PATH] [--items N] [--seconds N]
using Cms.Benchmarks;

if (args is [Baseline.Bare or Baseline.Cached, var answer, var url])
{
    await Baseline.ServeAsync(args[0], answer, url);
    return 0;
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: Cms.Benchmarks [--website PATH] [--items N] [--seconds N]");
    return 2;
}

using var bench = new Workbench(options);
Console.WriteLine($"{options.Website}, {Environment.ProcessorCount} cores, load by {(Load.HasWrk ? "wrk" : "HttpClient")}; medians of alternating runs");
await bench.PrepareAsync();
var report = new Report(Console.Out);
await CachedHome.MeasureAsync(bench, report);
await UncachedItem.MeasureAsync(bench, report);
await StartTime.MeasureAsync(bench, report);
await SetupTime.MeasureAsync(bench, report);
await Memory.MeasureAsync(bench, report);
await ListSizes.MeasureAsync(bench, report);
return 0;
