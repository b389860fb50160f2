using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cms.Website.Tests.Recipes;

/// <summary>The real program as a process of its own, on a data folder of the test.</summary>
public sealed class WebsiteProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];

    private WebsiteProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public bool HasEnded => _process.HasExited;

    public ConcurrentQueue<string> Output { get; } = new();

    public static WebsiteProcess Start(string data, params string[] arguments) => Start(data, new Dictionary<string, string>(), arguments);

    /// <param name="environment">Variables of the process, beside those of the test.</param>
    public static WebsiteProcess Start(string data, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [typeof(Web.Website).Assembly.Location, .. arguments, "--Cms:DataPath", data, "--Urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Logging__LogLevel__Default"] = "Error" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new WebsiteProcess(new Process { StartInfo = start }, new Uri(address));
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string data, params string[] arguments)
    {
        using var process = Start(data, arguments);
        return (await process.EndAsync(), string.Join('\n', process.Output));
    }

    /// <summary>Waits for a line of the output that begins so; false when the process ended before.</summary>
    public bool WaitForLine(string beginning)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!_lines.IsCompleted)
        {
            if (_lines.TryTake(out var line, 50, limit.Token) && line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }

            if (_process.HasExited && _lines.Count == 0)
            {
                return false;
            }
        }

        return false;
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _lines.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            Output.Enqueue(line);
            _lines.Add(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
