using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Directories;

/// <summary>Something that can be done or found on another website.</summary>
public sealed class OnlineService : ContentPart
{
    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field(Shared = true)]
    public LinkField Website { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Audiences { get; set; } = new();

    [Field(Shared = true, ContentType = nameof(Directories.Organisation))]
    public ContentPickerField Organisation { get; set; } = new();
}
