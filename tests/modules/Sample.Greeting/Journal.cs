using System.Collections.Concurrent;

namespace Sample.Greeting;

/// <summary>A singleton of the test's host: what happened in the shells, and a gate that slow requests wait at.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> Lines => _lines;

    public void Add(string line) => _lines.Enqueue(line);

    /// <summary>Waits until a line is there, and gives up after half a minute.</summary>
    public async Task SeenAsync(string line)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!_lines.Contains(line))
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
