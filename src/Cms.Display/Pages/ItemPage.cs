using Cms.Display.Frame;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>The page of one item.</summary>
public sealed record ItemPage(PageFrame Frame, ItemDisplay Item) : IPage
{
    /// <summary>True when the reader's language has no version of it, and the page shows another one.</summary>
    public bool IsFallback => Item.ForeignLanguage is not null;
}
