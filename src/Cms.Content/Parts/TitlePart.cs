using Cms.Content.Types;

namespace Cms.Content.Parts;

/// <summary>The title (Orchard Core: TitlePart).</summary>
public sealed class TitlePart : ContentPart
{
    /// <summary>Most characters that a title may have.</summary>
    public const int MaxLength = 300;

    [Field(Required = true)]
    public string Title { get; set; } = "";
}
