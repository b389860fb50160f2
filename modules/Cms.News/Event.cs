using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.News;

/// <summary>Something that takes place on a day or during some.</summary>
public sealed class Event : ContentPart
{
    /// <summary>First and last day.</summary>
    [Field(Shared = true, Indexed = true)]
    public PartialDateField Dates { get; set; } = new();

    /// <summary>Event that it is a part of.</summary>
    [Field(Shared = true, ContentType = "Event", Label = "Part of")]
    public ContentPickerField Parent { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Edition { get; set; } = new();

    [Field(Shared = true, ContentType = "Site")]
    public ContentPickerField Place { get; set; } = new();

    /// <summary>Where, for a place that has no page.</summary>
    [Field(Label = "Place in words")]
    public TextField PlaceText { get; set; } = new();

    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field(Label = "What is on")]
    public MarkdownField Programme { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField Partners { get; set; } = new();

    [Field(Shared = true)]
    public LinkField Registration { get; set; } = new();

    /// <summary>Last day of the registration.</summary>
    [Field(Shared = true, Label = "Registration until")]
    public PartialDateField RegistrationUntil { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["scheduled", "postponed", "cancelled"])]
    public TextField Status { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Audiences { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}
