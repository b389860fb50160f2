using Microsoft.AspNetCore.Mvc.Razor;

namespace Cms.Users;

/// <summary>Where a layout of the back office is found when no theme has it.</summary>
public sealed class FallbackLayouts : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // The place is the same for every request.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        viewLocations.Append("/Areas/Cms.Users/Views/Shared/{0}.cshtml");
}
