using Cms.Core.Hosting;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>Answers of the back office are never stored; a link with <c>?culture=</c> chooses its language, which a cookie keeps for a year.</summary>
public sealed class BackOfficeAnswers(RequestDelegate next, WebsiteSettings website)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (BackOffice.Holds(context.Request.Path))
        {
            context.NeverStore();
            Remember(context);
        }

        return next(context);
    }

    private void Remember(HttpContext context)
    {
        var wanted = context.Request.Query[RequestCultures.QueryKey].ToString();
        if (website.Cultures.Supports(wanted))
        {
            context.RememberCulture(wanted, website);
        }
    }
}
