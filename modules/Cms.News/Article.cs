using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.News;

/// <summary>A piece of news.</summary>
public sealed class Article : ContentPart
{
    [Field]
    public MarkdownField Body { get; set; } = new();

    [Field(Shared = true, Indexed = true)]
    public PartialDateField Date { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField About { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Audiences { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}
