using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Programmes;

/// <summary>What a public body undertakes over some years: aims, milestones, budget, and whom it is for.</summary>
public sealed class Programme : ContentPart
{
    [Field]
    public ListField<ProgrammeSection> Sections { get; set; } = new();

    [Field(Shared = true, Indexed = true)]
    public PartialDateField Period { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["planned", "in-progress", "completed"])]
    public TextField Status { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Audiences { get; set; } = new();

    [Field(Shared = true, ContentType = "KeyFigure")]
    public ContentPickerField KeyFigures { get; set; } = new();

    [Field(Shared = true)]
    public MoneyField Budget { get; set; } = new();

    [Field(Shared = true)]
    public PartialDateField BudgetPeriod { get; set; } = new();

    [Field]
    public ListField<Milestone> Milestones { get; set; } = new();

    /// <summary>Services that it offers, one a line.</summary>
    [Field(Label = "Services offered")]
    public MultiTextField Services { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField Partners { get; set; } = new();

    [Field(Shared = true, ContentType = "Site", Label = "Places concerned")]
    public ContentPickerField Sites { get; set; } = new();

    [Field(Shared = true, ContentType = "Event")]
    public ContentPickerField Events { get; set; } = new();

    [Field(Shared = true, ContentType = "OnlineService")]
    public ContentPickerField OnlineServices { get; set; } = new();

    [Field]
    public LinkField CallToAction { get; set; } = new();

    /// <summary>Last day on which the call is shown.</summary>
    [Field(Shared = true, Label = "Call valid until")]
    public PartialDateField CallUntil { get; set; } = new();

    [Field(Shared = true, ContentType = "Contact")]
    public ContentPickerField Contact { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}

/// <summary>A chapter of its text.</summary>
public sealed class ProgrammeSection : ListRow
{
    [Field]
    public TextField Heading { get; set; } = new();

    [Field]
    public MarkdownField Body { get; set; } = new();
}

/// <summary>Something that happens, or is to happen, at a date as precise as it is known.</summary>
public sealed class Milestone : ListRow
{
    [Field(Shared = true)]
    public PartialDateField Date { get; set; } = new();

    [Field(Required = true)]
    public TextField Label { get; set; } = new();
}
