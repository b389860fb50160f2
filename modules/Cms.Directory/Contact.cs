using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Directories;

/// <summary>Whom to ask.</summary>
public sealed class Contact : ContentPart
{
    [Field(Shared = true)]
    public TextField Phone { get; set; } = new();

    [Field(Shared = true, Label = "E-mail")]
    public TextField Email { get; set; } = new();

    [Field(Shared = true, ContentType = nameof(Directories.Organisation))]
    public ContentPickerField Organisation { get; set; } = new();

    /// <summary>When somebody answers, in words.</summary>
    [Field]
    public TextField Hours { get; set; } = new();

    [Field(Shared = true, Label = "Postal address")]
    public AddressField Address { get; set; } = new();
}
