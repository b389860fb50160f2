using Cms.Core.Hosting;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Cms.Users;

/// <summary>Finds the administration's layouts: the administration theme's first, a plain one of this module's last.</summary>
public sealed class LayoutPlaces(ShellContext shell) : IViewLocationExpander
{
    private static readonly string[] _layouts = ["_AdminLayout", "_LoginLayout"];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // The themes of a shell never change, so they need not be part of the key.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (!_layouts.Contains(context.ViewName))
        {
            return viewLocations;
        }

        var theme = shell.AdminTheme is { } id ? [$"/Areas/{id}/Views/Shared/{{0}}.cshtml"] : Array.Empty<string>();
        return [.. theme, .. viewLocations, "/Areas/Cms.Users/Views/Shared/{0}.cshtml"];
    }
}
