using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Agenda21;

/// <summary>A publisher's Agenda 21 as a whole: it introduces the list of its actions.</summary>
public sealed class Agenda21Plan : ContentPart
{
    [Field]
    public MarkdownField Introduction { get; set; } = new();

    [Field(Shared = true, ContentType = "Contact")]
    public ContentPickerField Contact { get; set; } = new();
}
