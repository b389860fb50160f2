using Cms.Display.Frame;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>The page of one item.</summary>
public sealed record ItemPage(PageFrame Frame, ItemDisplay Item) : IPage
{
    /// <summary>Name of the type in the singular, where the type has a list.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>What points to the item, type by type, without what its own page shows.</summary>
    public IReadOnlyList<RelatedGroup> Related { get; init; } = [];

    /// <summary>True when the reader's language has no version of it, and the page shows another one.</summary>
    public bool IsFallback => Item.ForeignLanguage is not null;
}
