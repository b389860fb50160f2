using Microsoft.AspNetCore.WebUtilities;

namespace Cms.Web.Edge;

/// <summary>
/// Answers when a shell let an exception through. Left to the server, the answer would lose its security headers. Says nothing of the cause.
/// </summary>
internal sealed class LastResort(RequestDelegate next, ILogger<LastResort> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer; the status is for the log.
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context.Response, e.StatusCode);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(log, e, context.Request.Method, context.Request.Path);
            await AnswerAsync(context.Response, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task AnswerAsync(HttpResponse response, int status)
    {
        response.Clear();
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(ReasonPhrases.GetReasonPhrase(status));
    }
}
