using Cms.Core.Hosting;
using Microsoft.Extensions.Primitives;

namespace Cms.Web.Edge;

/// <summary>
/// Puts the security headers on every answer: pages, files, errors and refusals. An answer that already carries one of them keeps its own, as
/// uploaded files do, whose policy is stricter.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, WebsiteSettings settings)
{
    private const string PolicyStart = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors ";
    private const string PolicyEnd = "; form-action 'self'; img-src 'self' data:";
    private const string Policy = PolicyStart + "'none'" + PolicyEnd;
    private const string PreviewPolicy = PolicyStart + "'self'" + PolicyEnd;
    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts: an error page clears what was set before it. The first callback registered runs last.
        context.Response.OnStarting(static state => ((SecurityHeaders Headers, HttpContext Context))state is var (headers, context) ? headers.AddAsync(context) : Task.CompletedTask, (this, context));
        return next(context);
    }

    private Task AddAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", context.AllowsFramingByOwnPages() ? PreviewPolicy : Policy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        if (settings.IsHttps && context.Request.IsHttps)
        {
            headers.TryAdd("Strict-Transport-Security", new StringValues(OneYear));
        }

        return Task.CompletedTask;
    }
}

/// <summary>Puts <see cref="SecurityHeaders"/> before everything else, the framework's own filters included.</summary>
internal sealed class SecurityHeadersFilter(WebsiteSettings settings) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<SecurityHeaders>(settings);
        next(app);
    };
}
