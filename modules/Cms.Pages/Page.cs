using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Pages;

/// <summary>A page of text. One whose address is the language alone is the home page; one at a list's address introduces the list.</summary>
public sealed class Page : ContentPart
{
    [Field]
    public MarkdownField Body { get; set; } = new();
}
