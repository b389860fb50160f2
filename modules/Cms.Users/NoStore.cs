using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cms.Users;

public static class NoStore
{
    /// <summary>Keeps an answer out of every cache, whatever is set later.</summary>
    public static void NeverStore(this HttpContext context) => context.Response.OnStarting(
        static state =>
        {
            ((HttpResponse)state).Headers[HeaderNames.CacheControl] = "no-store";
            return Task.CompletedTask;
        },
        context.Response);
}
