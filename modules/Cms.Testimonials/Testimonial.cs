using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Testimonials;

/// <summary>What somebody said, in the words or the form that was published: quoted, reported, filmed, or as a participant without words.</summary>
public sealed class Testimonial : ContentPart
{
    [Field(Shared = true, ContentType = "Person")]
    public ContentPickerField Person { get; set; } = new();

    [Field]
    public TextField Role { get; set; } = new();

    [Field(Shared = true, ContentType = "Organisation")]
    public ContentPickerField Organisation { get; set; } = new();

    [Field(Shared = true, Searchable = false, Options = ["quotation", "reported-speech", "video", "participant"])]
    public TextField Kind { get; set; } = new();

    /// <summary>The published words, shown to readers of every language.</summary>
    [Field(Shared = true)]
    public MarkdownField Quotation { get; set; } = new();

    /// <summary>Language of the published words: <c>fr</c>.</summary>
    [Field(Shared = true, Searchable = false, Label = "Language of the quotation")]
    public TextField QuotationLanguage { get; set; } = new();

    /// <summary>Language in which they were said; empty where the source does not tell.</summary>
    [Field(Shared = true, Searchable = false)]
    public TextField OriginalLanguage { get; set; } = new();

    /// <summary>Our own translation of the quotation, for readers of another language.</summary>
    [Field]
    public MarkdownField Translation { get; set; } = new();

    [Field]
    public TextField TranslatedBy { get; set; } = new();

    /// <summary>What was said, in the words of who reports it.</summary>
    [Field(Label = "Reported speech")]
    public MarkdownField Reported { get; set; } = new();

    [Field(Shared = true, ContentType = "Video")]
    public ContentPickerField Video { get; set; } = new();

    [Field]
    public MarkdownField Transcript { get; set; } = new();

    [Field]
    public TextField Captions { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField About { get; set; } = new();

    /// <summary>The person agreed to be published; unknown when absent.</summary>
    [Field(Shared = true)]
    public BooleanField Consent { get; set; } = new();

    [Field(Shared = true)]
    public PartialDateField Date { get; set; } = new();
}
