using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Data.Tests.Content;

/// <summary>A publisher: a title and nothing more.</summary>
public sealed class Body : ContentPart;

/// <summary>Numbered like an action of an Agenda 21: the code is the set's, the texts are the language's.</summary>
public sealed class Measure : ContentPart
{
    [Field(Shared = true, Indexed = true, Natural = true, Required = true, UniquePerPublisher = true)]
    public TextField Code { get; set; } = new();

    [Field]
    public MarkdownField Objective { get; set; } = new();

    [Field]
    public ListField<Gauge> Gauges { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField Linked { get; set; } = new();
}

/// <summary>Has what facets narrow by: dates and terms that belong to the set.</summary>
public sealed class Gathering : ContentPart
{
    [Field(Shared = true, Indexed = true)]
    public PartialDateField Dates { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Places { get; set; } = new();
}

/// <summary>One shared value with two labels of each language.</summary>
public sealed class Gauge : ListRow
{
    [Field]
    public TextField Name { get; set; } = new();

    [Field]
    public TextField Unit { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Target { get; set; } = new();
}

/// <summary>Has indexed fields of its own language: a number and a text.</summary>
public sealed class Notice : ContentPart
{
    [Field(Indexed = true)]
    public NumericField Rank { get; set; } = new();

    [Field(Indexed = true)]
    public TextField Word { get; set; } = new();

    [Field]
    public MarkdownField Text { get; set; } = new();
}
