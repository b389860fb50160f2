using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Directory;

/// <summary>Whom to ask.</summary>
public sealed class Contact : ContentPart
{
    [Field(Shared = true)]
    public TextField Phone { get; set; } = new();

    [Field(Shared = true, Label = "E-mail")]
    public TextField Email { get; set; } = new();

    [Field(Shared = true, ContentType = nameof(Directory.Organisation))]
    public ContentPickerField Organisation { get; set; } = new();
}
