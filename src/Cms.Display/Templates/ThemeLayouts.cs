using Cms.Core.Hosting;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.Templates;

/// <summary>Finds layouts and partial views by name: in the current themes, then where the view stands, then in the engine's fallback.</summary>
public sealed class ThemeLayouts : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // The themes of a shell never change, so they need no place in the key of the view cache.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var shell = context.ActionContext.HttpContext.RequestServices.GetRequiredService<ShellContext>();
        var themes = new[] { shell.Theme, shell.AdminTheme }.Where(theme => !string.IsNullOrEmpty(theme));
        return [.. themes.Select(theme => $"/Areas/{theme}/Views/Shared/{{0}}.cshtml"), .. viewLocations, "/Areas/Cms.Display/Views/Shared/{0}.cshtml"];
    }
}
