using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cms.Benchmarks;

/// <summary>A server under measurement: a process of its own, with its processor time and memory.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(5);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    public ServerProcess(string program, Func<string, IEnumerable<string>> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        _process = Launch(program, arguments(address));
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = _patience };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>Processor time of all its threads since it was started; the system counts in steps of ten milliseconds.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program, a <c>.dll</c> by way of <c>dotnet</c>, in the environment Production.</summary>
    public static Process Launch(string program, IEnumerable<string> arguments)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program, isLibrary ? [program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        return Process.Start(start)!;
    }

    /// <summary>Waits for the first answer 200.</summary>
    /// <returns>Time since the process was started.</returns>
    public async Task<TimeSpan> ServesAsync(string path = Workbench.Home)
    {
        while (!await AnswersAsync(path))
        {
            if (_process.HasExited || _sinceStart.Elapsed > _patience)
            {
                throw new InvalidOperationException(string.Join('\n', _output));
            }

            await Task.Delay(_glance);
        }

        return _sinceStart.Elapsed;
    }

    /// <summary>Waits until it works on nothing by itself any more, such as its search index: two seconds with less than a twentieth of a core.</summary>
    public async Task SettlesAsync()
    {
        var limit = Stopwatch.StartNew();
        for (var quiet = 0; quiet < 2 && limit.Elapsed < _patience;)
        {
            var before = Cpu;
            await Task.Delay(TimeSpan.FromSeconds(1));
            quiet = Cpu - before < TimeSpan.FromMilliseconds(50) ? quiet + 1 : 0;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
