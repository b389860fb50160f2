using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cms.Display.Pages;

/// <summary>
/// Answers 405 to a request that changes something and that the page has no handler for. ASP.NET Core would show the page without asking the handler that
/// checks the reader's rights.
/// </summary>
internal sealed class HandlersOnly : IPageFilter, IPageApplicationModelConvention
{
    /// <summary>Every page gets the filter, those of areas too, which the framework's own method leaves out.</summary>
    public void Apply(PageApplicationModel model) => model.Filters.Add(this);

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
