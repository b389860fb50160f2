using Cms.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.Display.Routing;

/// <summary>Lets a route match only the languages of the website: <c>{culture:culture}</c>.</summary>
public sealed class CultureConstraint(CultureSettings cultures) : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string culture && cultures.Supports(culture);
}
