using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Core.Hosting;

/// <summary>
/// A use of a shell, with a scope of its own: a shell is not disposed while it is leased. A request holds one until its response is complete,
/// not only until the pipeline returns, because callbacks of the response still use its services.
/// </summary>
public sealed class ShellLease : IServiceProvidersFeature, IAsyncDisposable
{
    private Shell? _shell;
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;
    private CancellationTokenRegistration _abort;

    internal ShellLease(Shell shell) => _shell = shell;

    public ShellContext Shell => Held.Context;

    public IServiceProvider Services => RequestServices;

    /// <summary>The scope is made when first asked for: many requests end before they need one.</summary>
    public IServiceProvider RequestServices
    {
        get => _services ??= Open();
        set => _services = value;
    }

    private Shell Held => _shell ?? throw new ObjectDisposedException(nameof(ShellLease));

    /// <summary>Everything that the lease holds is let go: a kept-alive connection may remember the lease, and must not keep the shell alive.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _shell, null) is not { } shell)
        {
            return;
        }

        _abort.Unregister();
        _abort = default;
        _services = null;
        try
        {
            if (_scope is { } scope)
            {
                _scope = null;
                await scope.DisposeAsync();
            }
        }
        finally
        {
            shell.Release();
        }
    }

    /// <summary>Serves <paramref name="context"/>; the lease ends with its response.</summary>
    internal Task ServeAsync(HttpContext context)
    {
        var shell = Held;
        context.Features.Set<IServiceProvidersFeature>(this);
        // Callbacks run last-in first-out: registered before the pipeline's own, this one runs after them.
        context.Response.OnCompleted(static lease => ((ShellLease)lease).DisposeAsync().AsTask(), this);
        _abort = shell.Aborting.UnsafeRegister(static request => ((HttpContext)request!).Abort(), context);
        return shell.Pipeline(context);
    }

    private IServiceProvider Open()
    {
        var scope = Held.Services.CreateAsyncScope();
        _scope = scope;
        return scope.ServiceProvider;
    }
}
