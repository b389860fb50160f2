using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Pages;

/// <summary>A page of text, and of blocks that lead on. One whose address is the language alone is the home page; one at a list's address introduces the list.</summary>
public sealed class Page : ContentPart
{
    [Field]
    public MarkdownField Body { get; set; } = new();

    /// <summary>Below the text, in this order.</summary>
    [Field]
    public ListField<Block> Blocks { get; set; } = new();
}

/// <summary>A heading, a text, the cards of chosen items and the map of a list, with a link to more of them.</summary>
public sealed class Block : ListRow
{
    [Field(Required = true)]
    public TextField Heading { get; set; } = new();

    [Field]
    public MarkdownField Text { get; set; } = new();

    /// <summary>Found on pages of their own, so that a home page does not come before them.</summary>
    [Field(Shared = true, Label = "Cards", Searchable = false)]
    public ContentPickerField Items { get; set; } = new();

    /// <summary>Content type whose list's map is shown below the cards: <c>CooperationProject</c>.</summary>
    [Field(Shared = true, Searchable = false)]
    public TextField Map { get; set; } = new();

    [Field(Label = "Link to more")]
    public LinkField More { get; set; } = new();
}
