using System.Security.Claims;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Cms.Users;

/// <summary>
/// Stands before every address of the back office, whatever serves it: who has not signed in is sent to do so, a one-time password must be replaced first,
/// and <c>/admin</c> asks for the right to it. What a page does is checked again where it is done.
/// </summary>
public sealed class AdminGate(RequestDelegate next, AccountCache cache, IActorSource actors, IModelMetadataProvider metadata)
{
    private const string ForbiddenView = "/Areas/Cms.Users/Views/Forbidden.cshtml";

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isAdmin = path.StartsWithSegments(BackOffice.Admin);
        if (!isAdmin && !path.StartsWithSegments(BackOffice.Account))
        {
            await next(context);
        }
        else if (context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Redirect(BackOffice.LoginFor(context.Request));
        }
        else if (await MustChangeAsync(context) && !path.StartsWithSegments(BackOffice.Password))
        {
            context.Response.Redirect(BackOffice.WithReturn(BackOffice.Password, context.Request));
        }
        else if (isAdmin && !(await actors.OfAsync(context.User, context.RequestAborted)).Has(Permissions.AccessAdminPanel))
        {
            await RefuseAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private async Task<bool> MustChangeAsync(HttpContext context) =>
        await cache.AccountAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", context.RequestAborted) is { MustChange: true };

    private Task RefuseAsync(HttpContext context)
    {
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        var view = new ViewResult { ViewName = ForbiddenView, StatusCode = StatusCodes.Status403Forbidden, ViewData = new ViewDataDictionary(metadata, action.ModelState) };
        return view.ExecuteResultAsync(action);
    }
}
