using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Benchmarks;

/// <summary>What a run of load showed.</summary>
/// <param name="Cpu">Processor time of the server for one request, in milliseconds.</param>
internal sealed record LoadResult(double RequestsPerSecond, double Cpu);

/// <summary>Requests for one page over some connections, each sending the next when the last is answered. By <c>wrk</c> where it is installed: it leaves the server more of the machine.</summary>
internal static partial class Load
{
    private const int Connections = 8;
    private const int MostWarmUps = 12;
    private static readonly string? _wrk = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "wrk")).FirstOrDefault(File.Exists);

    public static bool HasWrk => _wrk is not null;

    /// <summary>Lets the runtime compile what the load uses, until two runs in succession take no twentieth less processor time for a request than the best before.</summary>
    public static async Task WarmUpAsync(Func<Task<LoadResult>> run)
    {
        var best = double.MaxValue;
        for (var (runs, steady) = (0, 0); runs < MostWarmUps && steady < 2; runs++)
        {
            var cpu = (await run()).Cpu;
            steady = cpu < best * 0.95 ? 0 : steady + 1;
            best = Math.Min(best, cpu);
        }
    }

    /// <exception cref="InvalidOperationException">A request failed.</exception>
    public static async Task<LoadResult> RunAsync(ServerProcess server, string path, TimeSpan length, params (string Name, string Value)[] headers)
    {
        var before = server.Cpu;
        var (requests, seconds) = await (_wrk is null ? OwnAsync(server, path, length, headers) : WrkAsync(_wrk, server, path, length, headers));
        return new LoadResult(requests / seconds, (server.Cpu - before).TotalMilliseconds / requests);
    }

    private static async Task<(double Requests, double Seconds)> WrkAsync(string wrk, ServerProcess server, string path, TimeSpan length, (string Name, string Value)[] headers)
    {
        var start = new ProcessStartInfo(
            wrk,
            ["-t", "1", "-c", $"{Connections}", "-d", FormattableString.Invariant($"{length.TotalSeconds:F0}s"), .. headers.SelectMany(h => new[] { "-H", $"{h.Name}: {h.Value}" }), new Uri(server.Client.BaseAddress!, path).AbsoluteUri])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Requests().Match(output) is not { Success: true } requests || Rate().Match(output) is not { Success: true } rate || output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path}: {output}");
        }

        var count = double.Parse(requests.Groups[1].Value, CultureInfo.InvariantCulture);
        return (count, count / double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static async Task<(double Requests, double Seconds)> OwnAsync(ServerProcess server, string path, TimeSpan length, (string Name, string Value)[] headers)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var count = 0;
            for (; clock.Elapsed < length; count++)
            {
                await Page.GetAsync(server.Client, path, headers);
            }

            return count;
        }));
        return (counts.Sum(), clock.Elapsed.TotalSeconds);
    }

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
