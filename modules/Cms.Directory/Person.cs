using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Directories;

/// <summary>Somebody who is named: an athlete, an official. The name is the title.</summary>
public sealed class Person : ContentPart
{
    [Field]
    public TextField Role { get; set; } = new();

    [Field(Shared = true, ContentType = nameof(Directories.Organisation))]
    public ContentPickerField Organisation { get; set; } = new();
}
