using Cms.Core.Hosting;
using Microsoft.Extensions.Hosting;

namespace Sample.Greeting;

/// <summary>A singleton of the shell, heavy enough to be missed when it stays in memory.</summary>
public sealed class Greeter(ShellContext shell)
{
    private readonly byte[] _weight = new byte[1 << 20];

    public string Hello => $"hello from shell {shell.Number}, {_weight.Length} bytes";
}

/// <summary>A scoped service that tells when it is used after its scope has ended.</summary>
public sealed class Visit(ShellContext shell) : IAsyncDisposable
{
    private bool _ended;

    public int Shell => _ended ? throw new ObjectDisposedException(nameof(Visit)) : shell.Number;

    public ValueTask DisposeAsync()
    {
        _ended = true;
        return ValueTask.CompletedTask;
    }
}

public sealed class Worker(ShellContext shell, Journal journal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        journal.Add($"worker {shell.Number} started");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        journal.Add($"worker {shell.Number} stopped");
        return Task.CompletedTask;
    }
}
