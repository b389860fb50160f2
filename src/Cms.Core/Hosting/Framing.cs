using Microsoft.AspNetCore.Http;

namespace Cms.Core.Hosting;

/// <summary>Which pages may put an answer into a frame: none, unless the answer is a preview for the website's own administration.</summary>
public static class Framing
{
    private static readonly object _ownPages = new();

    /// <summary>Lets the website's own pages frame this answer.</summary>
    public static void AllowFramingByOwnPages(this HttpContext context) => context.Items[_ownPages] = true;

    public static bool AllowsFramingByOwnPages(this HttpContext context) => context.Items.ContainsKey(_ownPages);
}
