using System.Globalization;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Cms.Api;

/// <summary>
/// Makes every error below <c>/api</c> an <c>application/problem+json</c> in the language of <c>Accept-Language</c>: exceptions, unknown addresses, wrong
/// methods, whatever a step behind it left without a body.
/// </summary>
internal sealed class ApiErrors(RequestDelegate next, CultureSettings cultures, FailureText texts, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = cultures.Format(AcceptedLanguage.Of(context.Request, cultures));
        if (await ProblemAsync(context) is { } problem && !context.Response.HasStarted)
        {
            context.Response.Headers.ContentLength = null;
            await problem.WriteAsync(context);
        }
    }

    private async Task<ApiProblem?> ProblemAsync(HttpContext context)
    {
        if (!IsOfApi(context.GetEndpoint()))
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, texts);
        }

        try
        {
            await next(context);
            return IsBareError(context.Response) ? ApiProblem.Of(context.Response.StatusCode, texts) : null;
        }
        catch (CmsException e)
        {
            return ApiProblem.Of(e, texts);
        }
        catch (BadHttpRequestException e)
        {
            return ApiProblem.Of(e.StatusCode, texts);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            Log.CallFailed(log, e, context.Request.Method, context.Request.Path);
            return ApiProblem.Of(StatusCodes.Status500InternalServerError, texts);
        }
    }

    /// <summary>False where only an address for pages matched, such as that of all content. An endpoint without pattern is routing's answer to a wrong method.</summary>
    private static bool IsOfApi(Endpoint? endpoint) => endpoint is not null &&
        (endpoint is not RouteEndpoint route || (route.RoutePattern.RawText ?? "").TrimStart('/').StartsWith("api", StringComparison.OrdinalIgnoreCase));

    private static bool IsBareError(HttpResponse response) => response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted && response.ContentType is null;
}

internal static class ApiErrorsExtensions
{
    /// <summary>Errors, languages and rate limits for everything below <c>/api</c>.</summary>
    public static void UseApi(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseMiddleware<ApiErrors>().UseRateLimiter());
}
