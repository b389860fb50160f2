using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cms.Core.Hosting;

/// <summary>The application of the enabled features. Lives until another one replaced it and its last lease ended.</summary>
internal sealed class Shell : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly CancellationTokenSource _retiring;
    private readonly CancellationTokenSource _aborting = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<IHostedService> _running = new();

    /// <summary>Leases, and one for the host until it retires the shell; at zero nobody can lease any more.</summary>
    private int _uses = 1;

    public Shell(ShellContext context, ServiceProvider provider, RequestDelegate pipeline, CancellationTokenSource retiring)
    {
        Context = context;
        _provider = provider;
        Pipeline = pipeline;
        _retiring = retiring;
        Aborting = _aborting.Token;
    }

    public ShellContext Context { get; }

    /// <summary>The root container: for the lease, which makes a scope of it.</summary>
    public IServiceProvider Services => _provider;

    public RequestDelegate Pipeline { get; }

    public CancellationToken Aborting { get; }

    /// <summary>Completes when what its first pages need is at hand; never fails.</summary>
    public Task Prepared { get; init; } = Task.CompletedTask;

    public ShellLease? TryLease()
    {
        for (var uses = Volatile.Read(ref _uses); uses > 0; uses = Volatile.Read(ref _uses))
        {
            if (Interlocked.CompareExchange(ref _uses, uses + 1, uses) == uses)
            {
                return new ShellLease(this);
            }
        }

        return null;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            _drained.TrySetResult();
        }
    }

    public async Task StartServicesAsync(CancellationToken token)
    {
        foreach (var service in _provider.GetServices<IHostedService>())
        {
            // Noted first: a service that fails half way through its start is stopped too.
            _running.Push(service);
            await service.StartAsync(token);
        }
    }

    /// <summary>Tells long-lived streams that the shell goes.</summary>
    public Task BeginRetiringAsync() => _retiring.CancelAsync();

    /// <summary>Takes back the host's own lease: from now on the shell ends with its last request.</summary>
    public Task DrainAsync()
    {
        Release();
        return _drained.Task;
    }

    public Task AbortRequestsAsync() => _aborting.CancelAsync();

    /// <summary>Stops what runs, in reverse order of the start; a failure of one does not keep the others.</summary>
    /// <exception cref="AggregateException">What failed on the way.</exception>
    public async Task StopServicesAsync(CancellationToken token)
    {
        var failures = new List<Exception>();
        while (_running.TryPop(out var service))
        {
            try
            {
                await service.StopAsync(token);
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _retiring.Dispose();
        _aborting.Dispose();
    }
}
