using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;

namespace Cms.Core.Hosting;

/// <summary>
/// The end of the host's pipeline: hands each request to the current shell; while the first one is built, requests wait for it a little. Nothing before it may
/// read <c>HttpContext.RequestServices</c>: that would open a scope of the host for every request.
/// </summary>
internal sealed class ShellDispatcher(ShellHost shells, IHostApplicationLifetime lifetime, TimeSpan patience)
{
    /// <summary>Seconds after which a client may ask again while the first shell is built.</summary>
    private const int RetryAfter = 2;

    public Task InvokeAsync(HttpContext context) => shells.TryLease() is { } lease ? lease.ServeAsync(context) : WaitAsync(context);

    private async Task WaitAsync(HttpContext context)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        given.CancelAfter(patience);
        await shells.Ready.WaitAsync(given.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (shells.TryLease() is { } lease ? lease.ServeAsync(context) : RefuseAsync(context.Response));
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(ReasonPhrases.GetReasonPhrase(response.StatusCode));
    }
}
