using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Agenda21;

/// <summary>An action of an Agenda 21, the sustainable development programme of a public body.</summary>
public sealed class Agenda21Action : ContentPart
{
    /// <summary>Number in its plan, <c>5.2.10</c>: unique per publisher, sorted by value, grouped by what stands before its last dot.</summary>
    [Field(Shared = true, Indexed = true, Natural = true, Required = true, UniquePerPublisher = true)]
    public TextField Code { get; set; } = new();

    [Field]
    public MarkdownField Objective { get; set; } = new();

    [Field]
    public MarkdownField Description { get; set; } = new();

    [Field]
    public MarkdownField ExpectedResults { get; set; } = new();

    [Field]
    public ListField<Indicator> Indicators { get; set; } = new();

    [Field]
    public TextField LeadService { get; set; } = new();

    [Field(Shared = true, ContentType = "Contact")]
    public ContentPickerField Contact { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField Linked { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["planned", "in-progress", "completed"])]
    public TextField Status { get; set; } = new();

    /// <summary>What the code stands under: <c>5.2</c> for 5.2.10, empty for a code without a dot.</summary>
    public string Group => Code.Text.LastIndexOf('.') is > 0 and var dot ? Code.Text[..dot] : "";
}

/// <summary>How the success of an action is measured: one set of values, a name and a unit per language.</summary>
public sealed class Indicator : ListRow
{
    [Field(Required = true)]
    public TextField Name { get; set; } = new();

    [Field]
    public TextField Unit { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Baseline { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Target { get; set; } = new();

    [Field(Shared = true)]
    public ListField<Reading> Readings { get; set; } = new();
}

/// <summary>A value of an indicator at a date.</summary>
public sealed class Reading : ListRow
{
    [Field(Shared = true)]
    public PartialDateField Date { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Value { get; set; } = new();
}
