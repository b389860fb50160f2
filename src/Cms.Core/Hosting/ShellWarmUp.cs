using Cms.Core.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cms.Core.Hosting;

/// <summary>
/// Asks a new shell for a few paths before visitors do: route table, views and services are made on first use, which cost visitors
/// five times the waiting time at each swap when it was tried without.
/// </summary>
internal sealed class ShellWarmUp(IHttpContextFactory contexts, IOptions<ShellOptions> options, ILogger<ShellWarmUp> log)
{
    /// <param name="mustAnswer">True to refuse a shell that throws or answers with a server error; false to log it.</param>
    public async Task RunAsync(Shell shell, bool mustAnswer)
    {
        foreach (var path in options.Value.WarmUpPaths)
        {
            var failure = await FailureAsync(shell, path);
            if (failure is not null && mustAnswer)
            {
                throw failure;
            }

            if (failure is not null)
            {
                Log.WarmUpFailed(log, failure, path);
            }
        }
    }

    private async Task<ModuleException?> FailureAsync(Shell shell, string path)
    {
        try
        {
            var status = await RequestAsync(shell, path);
            return status < StatusCodes.Status500InternalServerError ? null : new ModuleException($"The enabled features answer {path} with status {status}.");
        }
        catch (Exception e)
        {
            return new ModuleException($"The enabled features can not answer {path}: {e.Message}", e);
        }
    }

    private async Task<int> RequestAsync(Shell shell, string path)
    {
        var response = new WarmUpResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = HttpMethods.Get, Scheme = options.Value.BaseAddress.Scheme, Path = path, RawTarget = path, Protocol = HttpProtocol.Http11 });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        // The host's factory also fills IHttpContextAccessor, which some of the framework's services read.
        var context = contexts.Create(features);
        try
        {
            context.Request.Headers.Host = options.Value.BaseAddress.Authority;
            context.Request.Headers.UserAgent = "Cms-WarmUp";
            await shell.TryLease()!.ServeAsync(context);
            return context.Response.StatusCode;
        }
        finally
        {
            await response.CompleteAsync();
            contexts.Dispose(context);
        }
    }

    /// <summary>The plain response feature forgets its callbacks; one of them ends the lease.</summary>
    private sealed class WarmUpResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

        public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

        public async Task CompleteAsync()
        {
            while (_completed.TryPop(out var next))
            {
                await next.Callback(next.State);
            }
        }
    }
}
