using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Navigation;

/// <summary>A menu that layouts show by its code: <c>main</c>, <c>footer</c>.</summary>
public sealed class Menu : ContentPart
{
    [Field(Shared = true, Indexed = true, Searchable = false)]
    public TextField Code { get; set; } = new();

    [Field(Searchable = false)]
    public ListField<MenuEntry> Entries { get; set; } = new();
}

/// <summary>An entry: what it leads to is either something of the website, whose address follows it, or an address per language.</summary>
public sealed class MenuEntry : ListRow
{
    [Field(Required = true)]
    public TextField Label { get; set; } = new();

    [Field(Shared = true)]
    public ContentPickerField Target { get; set; } = new();

    [Field]
    public LinkField Url { get; set; } = new();
}
