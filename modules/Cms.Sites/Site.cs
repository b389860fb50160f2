using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Sites;

/// <summary>A place that people go to: a stadium, a house for older people, a museum.</summary>
public sealed class Site : ContentPart
{
    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Kind { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Network { get; set; } = new();

    [Field(Shared = true, Label = "Postal address")]
    public AddressField Address { get; set; } = new();

    /// <summary>Where it stands; absent where nobody knows.</summary>
    [Field(Shared = true)]
    public GeoPointField Position { get; set; } = new();

    [Field(Shared = true)]
    public OpeningHoursField OpeningHours { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Equipment { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Labels { get; set; } = new();

    [Field(Label = "Services offered")]
    public MultiTextField Services { get; set; } = new();

    /// <summary>How disabled people get in and around.</summary>
    [Field(Label = "Access for disabled people")]
    public TextField Access { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField RunBy { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField FundedBy { get; set; } = new();

    [Field(Shared = true, ContentType = "Contact")]
    public ContentPickerField Contact { get; set; } = new();

    /// <summary>Commune and country.</summary>
    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}
