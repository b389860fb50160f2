using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Display.Frame;
using Cms.Display.Pages;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Cms.Display.Errors;

/// <summary>
/// Answers that have a status but no body, and failures on the way, become a page in the reader's language: what happened, a search box, ways on. Addresses of the API
/// answer for themselves. A failure's own text reaches the log only.
/// </summary>
public sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            context.Response.Clear();
            context.Response.StatusCode = Status(e);
            context.Features.Set(e as CmsException);
            if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                Log.RequestFailed(log, e, context.Request.Path);
            }
        }

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null } && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await ShowAsync(context);
        }
    }

    private static int Status(Exception failure) => failure switch
    {
        CmsException known => known.Status,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task ShowAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var culture = RequestCultures.OfRequest(context.Request, services.GetRequiredService<CultureSettings>());
        var page = await PageAsync(context, culture);
        var metadata = services.GetRequiredService<IModelMetadataProvider>();
        var view = new ViewResult
        {
            ViewName = "/Areas/Cms.Display/Views/Error.cshtml",
            ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary()) { Model = page },
        };
        context.Response.Headers.CacheControl = "no-store";
        await view.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    private static async Task<ErrorPage> PageAsync(HttpContext context, string culture)
    {
        var services = context.RequestServices;
        var localizer = services.GetRequiredService<IStringLocalizer<ErrorPages>>();
        var status = context.Response.StatusCode;
        var (title, text) = status switch
        {
            404 or 410 => (localizer["This page does not exist"], localizer["The address may be misspelt, or the page was taken away. Look for it by its words:"]),
            401 or 403 => (localizer["You may not see this page"], localizer["Your account does not have the right it takes."]),
            429 => (localizer["Too many requests"], localizer["Please wait a moment and try again."]),
            < 500 => (localizer["This request was not understood"], localizer["The address or the form holds something that this website can not read."]),
            _ => (localizer["Something went wrong"], localizer["The website could not answer. The fault was noted; please try again in a moment."]),
        };
        var explanation = context.Features.Get<CmsException>() is { } known ? services.GetRequiredService<FailureText>().Of(known) : text.Value;
        var frame = await services.GetRequiredService<FrameBuilder>().BuildAsync(
            new FrameRequest(culture, title, context.Request.Path) { NoIndex = true, Breadcrumb = [] },
            context.RequestAborted);
        return new ErrorPage(frame, status, explanation);
    }
}
