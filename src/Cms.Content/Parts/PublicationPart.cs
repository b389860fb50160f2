using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Content.Parts;

/// <summary>What everything that has a page shares: summary, picture, publisher, themes.</summary>
public sealed class PublicationPart : ContentPart
{
    [Field(Long = true, Hint = "One or two sentences, shown in lists, in search results and at the top of the page.")]
    public TextField Summary { get; set; } = new();

    [Field(Shared = true, Searchable = false)]
    public MediaField Picture { get; set; } = new();

    /// <summary>What the picture shows, for those who do not see it; empty for a decorative one (RGAA 1.1, 1.2).</summary>
    [Field(Label = "Alternative text", Hint = "What the picture shows, for those who do not see it. Leave it empty for a picture that only decorates.")]
    public TextField PictureText { get; set; } = new();

    /// <summary>The organisation that publishes it.</summary>
    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField Publisher { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Themes { get; set; } = new();
}
