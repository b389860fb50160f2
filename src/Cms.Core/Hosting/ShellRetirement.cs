using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cms.Core.Hosting;

/// <summary>Ends replaced shells in the background: a swap asked for by a request would otherwise wait for that request.</summary>
internal sealed class ShellRetirement(IOptions<ShellOptions> options, TimeProvider time, ILogger<ShellRetirement> log)
{
    private readonly ConcurrentDictionary<int, Task> _open = new();

    public void Begin(Shell shell)
    {
        var number = shell.Context.Number;
        // The entry is there before the work can take it away again.
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _open[number] = Task.Run(async () =>
            {
                await start.Task;
                await RetireAsync(shell);
                _open.TryRemove(number, out _);
            });
        }

        start.SetResult();
    }

    public Task WhenDoneAsync() => Task.WhenAll(_open.Values);

    /// <summary>Ends a shell that never served.</summary>
    public Task DiscardAsync(Shell shell)
    {
        _ = shell.DrainAsync();
        return EndAsync(shell);
    }

    /// <summary>Tells the streams of <paramref name="shell"/> to end, without ending it.</summary>
    public Task AnnounceAsync(Shell? shell) => shell is null ? Task.CompletedTask : LoggedAsync(shell, shell.BeginRetiringAsync);

    private async Task RetireAsync(Shell shell)
    {
        await AnnounceAsync(shell);
        await LoggedAsync(shell, async () =>
        {
            var drained = shell.DrainAsync();
            if (!await WithinAsync(drained, options.Value.DrainTimeout))
            {
                Log.DrainTookTooLong(log, shell.Context.Number);
                await AbortAsync(shell, drained);
            }
        });
        await EndAsync(shell);
        Log.ShellEnded(log, shell.Context.Number);
    }

    private async Task AbortAsync(Shell shell, Task drained)
    {
        await shell.AbortRequestsAsync();
        if (!await WithinAsync(drained, options.Value.AbortTimeout))
        {
            Log.RequestsLeft(log, shell.Context.Number);
        }
    }

    private async Task<bool> WithinAsync(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task EndAsync(Shell shell)
    {
        using var limit = new CancellationTokenSource(options.Value.DrainTimeout, time);
        await LoggedAsync(shell, () => shell.StopServicesAsync(limit.Token));
        await LoggedAsync(shell, () => shell.DisposeAsync().AsTask());
    }

    /// <summary>Nobody waits for a retirement, so a failure is logged here; the next step still runs.</summary>
    private async Task LoggedAsync(Shell shell, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e)
        {
            Log.RetirementFailed(log, e, shell.Context.Number);
        }
    }
}
