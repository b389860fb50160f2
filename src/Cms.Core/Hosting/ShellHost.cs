using Cms.Core.Modules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cms.Core.Hosting;

/// <summary>Holds the current shell and replaces it while requests go on. One per process, in the host.</summary>
public sealed class ShellHost : IAsyncDisposable
{
    private readonly ShellFactory _factory;
    private readonly ShellWarmUp _warmUp;
    private readonly ShellRetirement _retirement;
    private readonly FeatureGraph _graph;
    private readonly ILogger<ShellHost> _log;
    private readonly SemaphoreSlim _change = new(1, 1);
    private readonly Lock _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Shell? _current;
    private int _number;
    private Task? _stopping;

    internal ShellHost(ShellFactory factory, ShellWarmUp warmUp, ShellRetirement retirement, ModuleCatalog catalog, IHostApplicationLifetime lifetime, ILogger<ShellHost> log)
    {
        _factory = factory;
        _warmUp = warmUp;
        _retirement = retirement;
        _graph = catalog.Graph;
        _log = log;
        lifetime.ApplicationStopping.Register(() => _ = _retirement.AnnounceAsync(Shell));
    }

    /// <summary>Null until the first shell is ready, and after the host stopped.</summary>
    public ShellContext? Current => Shell?.Context;

    /// <summary>Completes when the first shell serves.</summary>
    public Task Ready => _ready.Task;

    private Shell? Shell => Volatile.Read(ref _current);

    /// <summary>Builds the first shell and serves it. Stored ids of features that no module declares any more are logged and left out.</summary>
    /// <param name="serving">False for an operator verb: services without warming requests and background services.</param>
    /// <exception cref="ModuleException">The enabled features can not run together.</exception>
    public Task StartAsync(ShellSettings settings, bool serving = true, CancellationToken token = default) => ReplaceAsync(
        _ => Current is null ? Task.FromResult<ShellSettings?>(settings) : throw new InvalidOperationException("The first shell was started already."),
        (_, _) => Task.CompletedTask,
        serving ? Preparation.First : Preparation.None,
        token);

    /// <summary>Builds, warms and starts a shell, then swaps it in; the old one ends in the background after its last request.</summary>
    /// <exception cref="ModuleException">The new shell can not run; the old one goes on.</exception>
    public Task SwapAsync(ShellSettings settings, CancellationToken token = default) =>
        SwapAsync(_ => Task.FromResult<ShellSettings?>(settings), (_, _) => Task.CompletedTask, token);

    /// <summary>
    /// The same for settings that are worked out and stored in the course of it. Changes run one after the other, from <paramref name="plan"/> to
    /// the swap. The settings are stored after the new shell has proved that it runs and before it is swapped in, so a process killed at any
    /// moment starts again with the old settings or with new ones that work; a failing store leaves the old shell and the old settings.
    /// </summary>
    /// <param name="plan">Gives the new settings, or null to change nothing.</param>
    /// <exception cref="ModuleException">The new shell can not run; nothing was stored and the old one goes on.</exception>
    public Task SwapAsync(Func<CancellationToken, Task<ShellSettings?>> plan, Func<ShellSettings, CancellationToken, Task> store, CancellationToken token = default) =>
        ReplaceAsync(plan, store, Preparation.Swap, token);

    /// <summary>
    /// Builds a shell that never serves, to plan with its services what the current one can not know: its background services do not run, and tables
    /// that only its features have do not exist yet.
    /// </summary>
    /// <exception cref="ModuleException">The features can not run together.</exception>
    public async Task<ShellRehearsal> RehearseAsync(ShellSettings settings, CancellationToken token = default)
    {
        var shell = await Detached(() => PrepareAsync(new ShellPlan(_graph, settings), Preparation.None, token));
        return new ShellRehearsal(shell, _retirement);
    }

    /// <summary>Leases the current shell with a new scope, for work outside requests; null before the first shell is ready and after the stop.</summary>
    public ShellLease? TryLease()
    {
        // A shell read just before a swap may refuse: the next reading finds its successor.
        for (var shell = Shell; shell is not null; shell = Shell)
        {
            if (shell.TryLease() is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    /// <summary>Completes when every shell replaced so far has ended.</summary>
    public Task WhenRetiredAsync() => _retirement.WhenDoneAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _change.Dispose();
    }

    /// <summary>
    /// Ends the current shell and waits for those replaced before; the listener is closed by then. No shell can be started after it. May be called again, also
    /// after the disposal: a host that is told to stop twice stops its services twice.
    /// </summary>
    internal Task StopAsync()
    {
        lock (_stop)
        {
            return _stopping ??= EndAsync();
        }
    }

    private async Task EndAsync()
    {
        await _change.WaitAsync(CancellationToken.None);
        try
        {
            if (Interlocked.Exchange(ref _current, null) is { } shell)
            {
                _retirement.Begin(shell);
            }
        }
        finally
        {
            _change.Release();
        }

        await WhenRetiredAsync();
    }

    private async Task ReplaceAsync(Func<CancellationToken, Task<ShellSettings?>> plan, Func<ShellSettings, CancellationToken, Task> store, Preparation preparation, CancellationToken token)
    {
        await _change.WaitAsync(token);
        try
        {
            ObjectDisposedException.ThrowIf(_stopping is not null, this);
            if (await plan(token) is not { } settings)
            {
                return;
            }

            var next = await Detached(() => PrepareAsync(new ShellPlan(_graph, settings), preparation, token));
            WorkSteps.Log.Reached("shell.prepared");
            await StoreAsync(next, () => store(settings, token));
            WorkSteps.Log.Reached("shell.stored");
            if (Interlocked.Exchange(ref _current, next) is { } old)
            {
                _retirement.Begin(old);
            }

            WorkSteps.Log.Reached("shell.swapped");

            if (preparation != Preparation.None)
            {
                Log.ShellServes(_log, next.Context.Number, next.Context.Features.Count);
            }

            _ready.TrySetResult();
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>A swap may be asked for by a request; its culture, trace and context must not live on in the new shell's background services.</summary>
    private static Task<Shell> Detached(Func<Task<Shell>> work)
    {
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return Task.Run(work);
    }

    private async Task<Shell> PrepareAsync(ShellPlan plan, Preparation preparation, CancellationToken token)
    {
        if (plan.Unknown.Count > 0)
        {
            Log.FeaturesUnknown(_log, string.Join(", ", plan.Unknown));
        }

        var shell = _factory.Build(plan, Interlocked.Increment(ref _number), preparation != Preparation.None);
        try
        {
            if (preparation != Preparation.None)
            {
                await _warmUp.RunAsync(shell, mustAnswer: preparation == Preparation.Swap);
                await shell.Prepared;
                await StartServicesAsync(shell, token);
            }

            return shell;
        }
        catch
        {
            await _retirement.DiscardAsync(shell);
            throw;
        }
    }

    private static async Task StartServicesAsync(Shell shell, CancellationToken token)
    {
        try
        {
            await shell.StartServicesAsync(token);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ModuleException($"A background service of the enabled features can not start: {e.Message}", e);
        }
    }

    private async Task StoreAsync(Shell next, Func<Task> store)
    {
        try
        {
            await store();
        }
        catch
        {
            await _retirement.DiscardAsync(next);
            throw;
        }
    }

    /// <summary>What a new shell goes through before it serves.</summary>
    private enum Preparation
    {
        /// <summary>Nothing: an operator verb uses it.</summary>
        None,

        /// <summary>Warmed and started. It serves even when a warming request failed, since there is no other shell to fall back on.</summary>
        First,

        /// <summary>Warmed and started, and refused when a warming request fails.</summary>
        Swap,
    }
}
