using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Figures;

/// <summary>A figure with what it counts, how exact it is and when it was true.</summary>
public sealed class KeyFigure : ContentPart
{
    [Field(Shared = true)]
    public QuantityField Value { get; set; } = new();

    [Field]
    public TextField Unit { get; set; } = new();

    [Field]
    public TextField Label { get; set; } = new();

    /// <summary>Date or period that the figure is of.</summary>
    [Field(Shared = true)]
    public PartialDateField AsOf { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["achieved", "target"])]
    public TextField Nature { get; set; } = new();

    [Field]
    public TextField Source { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField About { get; set; } = new();
}
