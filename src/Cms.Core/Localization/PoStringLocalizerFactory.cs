using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Cms.Core.Localization;

/// <summary>
/// Makes localizers whose PO context is the full name of a type, or a view's path from its extension with dots: <c>Cms.Agenda21.Views.Agenda21Action.Detail</c>.
/// </summary>
public sealed class PoStringLocalizerFactory(PoCatalog catalog, ILogger<PoCatalog> logger) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new PoStringLocalizer(catalog, ContextOf(resourceSource), logger);

    public IStringLocalizer Create(string baseName, string location) => new PoStringLocalizer(catalog, ContextOf(baseName, location), logger);

    private static string? ContextOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Split('`')[0].Replace('+', '.');

    /// <summary>MVC names a view by its path after the host's name; modules' views compile under <c>Areas/&lt;module&gt;/</c>.</summary>
    private static string ContextOf(string baseName, string location)
    {
        var areas = $"{location}.Areas.";
        return baseName.StartsWith(areas, StringComparison.Ordinal) ? baseName[areas.Length..] : baseName;
    }
}
