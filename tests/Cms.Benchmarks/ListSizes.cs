using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Benchmarks;

/// <summary>The first and the last page of a short and of a long list, and the page of an item of each, made anew for each request.</summary>
internal static partial class ListSizes
{
    private const int Short = 1_000;
    private const int Batch = 10_000;
    private const int Rounds = 6;
    private const int RequestsInRound = 50;
    private const string List = "/fr/actualites";
    private static readonly TimeSpan _longestRound = TimeSpan.FromSeconds(5);
    private static readonly Aim _aim = new(2, OfRatio: true);

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        var copies = await ArticleCopies.ReadAsync(bench.Options.Website);
        using var small = await FillAsync(bench, report, copies, Short);
        using var large = await FillAsync(bench, report, copies, bench.Options.Items);
        Sample[] samples =
        [
            new(small, List), new(small, await LastPageAsync(small)), new(large, List), new(large, await LastPageAsync(large)), new(small, await ItemAsync(small)), new(large, await ItemAsync(large)),
        ];
        foreach (var sample in samples)
        {
            await Load.WarmUpAsync(() => Load.RunAsync(sample.Server, sample.Path, bench.Options.Length, ("Cookie", Workbench.Cookie)));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var sample in samples)
            {
                await RunAsync(sample);
            }
        }

        Compare(report, samples, bench.Options.Items);
        report.Add(Named("memory, {0} items", bench.Options.Items), Memory.Of(large), Memory.Of(small) with { Name = Named("{0} items", Short) });
        await AdminPages.MeasureAsync(report, (small, Short), (large, bench.Options.Items));
    }

    /// <param name="samples">First and last page of the short list, then of the long one; then the page of an item of each.</param>
    private static void Compare(Report report, Sample[] samples, int items)
    {
        var (shortFirst, shortLast, longFirst, longLast, shortItem, longItem) = (samples[0], samples[1], samples[2], samples[3], samples[4], samples[5]);
        foreach (var percent in new[] { 50, 99 })
        {
            Ratio(report, percent, Named("list of {0}: p{1} of the last page", Short, percent), shortLast, shortFirst, "first page");
            Ratio(report, percent, Named("list of {0}: p{1} of the last page", items, percent), longLast, longFirst, "first page");
            Ratio(report, percent, Named("list of {0}: p{1} of the first page", items, percent), longFirst, shortFirst, Named("{0} items", Short));
            Ratio(report, percent, Named("list of {0}: p{1} of the last page", items, percent), longLast, shortLast, Named("{0} items", Short));
            Ratio(report, percent, Named("item page of {0}: p{1}", items, percent), longItem, shortItem, Named("{0} items", Short));
        }

        report.Add(Named("list of {0}: CPU of the last page", Short), shortLast.Cpu, shortFirst.Cpu with { Name = "first page" });
        report.Add(Named("list of {0}: CPU of the last page", items), longLast.Cpu, longFirst.Cpu with { Name = "first page" });
        report.Add(Named("list of {0}: CPU of the first page", items), longFirst.Cpu, shortFirst.Cpu with { Name = Named("{0} items", Short) }, _aim);
        report.Add(Named("item page of {0}: CPU", items), longItem.Cpu, shortItem.Cpu with { Name = Named("{0} items", Short) }, _aim);
    }

    private static void Ratio(Report report, int percent, string measured, Sample sample, Sample baseline, string name) =>
        report.Add(measured, new Figure(sample.Times.Percentile(percent), "ms"), new Figure(baseline.Times.Percentile(percent), "ms", name), _aim);

    /// <summary>Sets a website up, adds articles with the verb <c>recipe run</c>, starts it and waits until it has indexed them.</summary>
    private static async Task<ServerProcess> FillAsync(Workbench bench, Report report, ArticleCopies copies, int items)
    {
        var (data, file) = (bench.NewData(), bench.NewPath() + ".recipe.json");
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < items; first += Batch)
        {
            await copies.WriteAsync(file, first, Math.Min(Batch, items - first));
            await bench.VerbAsync("recipe", "run", file, "--Cms:DataPath", data);
        }

        report.Add(Named("writing {0} items", items), new Figure(clock.Elapsed.TotalSeconds, "s"));
        var website = bench.Website(data);
        clock.Restart();
        await website.ServesAsync();
        await website.SettlesAsync();
        report.Add(Named("start with {0} new items, until indexed", items), new Figure(clock.Elapsed.TotalSeconds, "s"));
        return website;
    }

    /// <summary>The highest page that the pager of the first page offers.</summary>
    private static async Task<string> LastPageAsync(ServerProcess website)
    {
        var numbers = PageNumber().Matches(await Page.GetAsync(website.Client, List)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return FormattableString.Invariant($"{List}?page={numbers.Max()}");
    }

    /// <summary>The first item of the list.</summary>
    private static async Task<string> ItemAsync(ServerProcess website) => Item().Match(await Page.GetAsync(website.Client, List)).Groups[1].Value;

    private static async Task RunAsync(Sample sample)
    {
        var (round, cpu) = (Stopwatch.StartNew(), sample.Server.Cpu);
        var times = new List<double>();
        while (times.Count < RequestsInRound && round.Elapsed < _longestRound)
        {
            var start = Stopwatch.GetTimestamp();
            await Page.GetAsync(sample.Server.Client, sample.Path, ("Cookie", Workbench.Cookie));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        sample.Add(times, sample.Server.Cpu - cpu);
    }

    private static string Named(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    [GeneratedRegex($@"href=""({List}/[^""?/.]+)""")]
    private static partial Regex Item();

    [GeneratedRegex(@"[?&;]page=(\d+)")]
    private static partial Regex PageNumber();

    /// <summary>The times of one page of one list.</summary>
    private sealed class Sample(ServerProcess server, string path)
    {
        private TimeSpan _cpu;

        public ServerProcess Server => server;

        public string Path => path;

        /// <summary>Milliseconds, request by request.</summary>
        public List<double> Times { get; } = [];

        public Figure Cpu => new(_cpu.TotalMilliseconds / Times.Count, "ms");

        public void Add(List<double> times, TimeSpan cpu)
        {
            Times.AddRange(times);
            _cpu += cpu;
        }
    }
}
