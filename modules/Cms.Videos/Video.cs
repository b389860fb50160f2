using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Videos;

/// <summary>A film; its address may be missing.</summary>
public sealed class Video : ContentPart
{
    [Field(Shared = true)]
    public VideoField Film { get; set; } = new();

    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field(Shared = true, ContentType = "Person")]
    public ContentPickerField Persons { get; set; } = new();

    [Field]
    public MarkdownField Transcript { get; set; } = new();

    [Field]
    public TextField Captions { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField About { get; set; } = new();

    [Field(Shared = true)]
    public PartialDateField Date { get; set; } = new();
}
