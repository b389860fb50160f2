using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Cooperation;

/// <summary>What partners of several countries do together.</summary>
public sealed class CooperationProject : ContentPart
{
    [Field(Shared = true)]
    public TaxonomyField Area { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Kind { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Aims { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField LocalPartners { get; set; } = new();

    [Field]
    public ListField<ForeignPartner> ForeignPartners { get; set; } = new();

    /// <summary>Names of networks of many countries: they have no point on a map.</summary>
    [Field(Shared = true)]
    public MultiTextField Networks { get; set; } = new();

    [Field]
    public ListField<ProjectDate> Dates { get; set; } = new();

    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field]
    public MarkdownField Outcome { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["planned", "in-progress", "completed"])]
    public TextField Status { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}

/// <summary>A partner abroad and where it is.</summary>
public sealed class ForeignPartner : ListRow
{
    [Field]
    public TextField Organisation { get; set; } = new();

    [Field]
    public TextField Town { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Country { get; set; } = new();

    [Field(Shared = true)]
    public GeoPointField Position { get; set; } = new();

    /// <summary>The partner is a country without a town: its position is that of the capital, and pages say so.</summary>
    [Field(Shared = true, Label = "Placed on the capital")]
    public BooleanField OnCapital { get; set; } = new();
}

/// <summary>A date of the project, as precise as it is known.</summary>
public sealed class ProjectDate : ListRow
{
    [Field(Shared = true)]
    public PartialDateField Date { get; set; } = new();

    [Field]
    public TextField Label { get; set; } = new();
}
