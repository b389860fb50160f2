using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Display.Accessibility;

namespace Cms.ContentAdmin.Editor;

/// <summary>
/// Keeps what shuts readers out from being published by a button that asks for no reason: in lists, for a selection, as a plan. The editor asks for one. API
/// and recipes are not kept from it.
/// </summary>
public static class PublicationGate
{
    public static bool IsShut(ContentItem item) => AccessibilityCheck.Of(item).Any(finding => finding.Severity == FindingSeverity.Error);

    /// <exception cref="CmsException">409: the item shuts readers out.</exception>
    public static void Demand(ContentItem item)
    {
        if (IsShut(item))
        {
            throw new CmsException("editor.gated", 409);
        }
    }
}
