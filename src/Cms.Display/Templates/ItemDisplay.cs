using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Html;

namespace Cms.Display.Templates;

/// <summary>The model of an item's template: the item, and everything it points to, in the reader's language.</summary>
public class ItemDisplay(ContentItem item, DisplayContext context, int headingLevel)
{
    public ContentItem Item { get; } = item;

    public DisplayContext Context { get; } = context;

    /// <summary>Level of the item's own heading where it is shown: 1 on its page, 2 to 4 in lists. Sections inside are one deeper.</summary>
    public int HeadingLevel { get; } = headingLevel;

    public string Title => Context.Text(Item.DisplayText, Item.Culture);

    public string? Url => Item.Url;

    /// <summary>Language of the item when it is not the page's: goes into a lang attribute (RGAA 8.7, WCAG 3.1.2).</summary>
    public string? ForeignLanguage => Item.Culture == Context.Culture ? null : Item.Culture;

    public PublicationPart Publication => Item.As<PublicationPart>();

    public string Summary => Item.Has<PublicationPart>() ? Context.Text(Publication.Summary.Text, Item.Culture) : "";

    public ItemDisplay? Publisher => Item.Has<PublicationPart>() ? Context.Items(Publication.Publisher, HeadingLevel + 1).FirstOrDefault() : null;

    public IReadOnlyList<TermDisplay> Themes => Item.Has<PublicationPart>() ? Context.Terms(Publication.Themes) : [];

    /// <summary>The language-neutral code of an item whose own part has one (an organisation's 64); empty otherwise.</summary>
    public string Code => ItemCode.Of(Item);

    /// <summary>Plain text in its language's typography.</summary>
    public string Text(string? text) => Context.Text(text ?? "", Item.Culture);

    public string Text(TextField field) => Text(field.Text);

    /// <summary>Markdown as safe HTML, its headings below the item's own.</summary>
    public IHtmlContent Html(MarkdownField field) => Context.Html(field.Markdown, Item.Culture, HeadingLevel + 1);

    /// <summary>The items that a picker points to and that are published, in its order.</summary>
    public IEnumerable<ItemDisplay> Items(ContentPickerField field) => Context.Items(field, HeadingLevel + 1);

    /// <summary>The same, as cards below a section's heading.</summary>
    public IReadOnlyList<ItemDisplay> Cards(ContentPickerField field) => [.. Context.Items(field, HeadingLevel + 2)];

    /// <summary>A date or period in the reader's formats, as precise as it is known.</summary>
    public string Date(PartialDateField date) => FieldText.Of(date, this);

    /// <summary>« jusqu’au 1ᵉʳ décembre 2023 », “until December 2018”; empty for a date that is not known.</summary>
    public string Until(PartialDateField date) =>
        PartialDate.TryParse(string.IsNullOrEmpty(date.End) ? date.Start : date.End, out var end) ? CultureDates.Range(null, (end.Year, end.Month, end.Day), Context.Formats) : "";

    /// <summary>True when the last day that the date may mean is over; false for an unknown date.</summary>
    public bool IsOver(PartialDateField date) => date.LastDay < Context.Today;

    /// <summary>What a field shows in the generic template.</summary>
    public IEnumerable<FieldDisplay> Fields(PartDefinition part) =>
        part.Fields.Select(field => new FieldDisplay(this, part, field, field.Field(Item.Part(part))!)).Where(f => f.Field is { IsEmpty: false });
}

/// <summary>The model of a typed template.</summary>
public sealed class ItemDisplay<TPart>(ContentItem item, DisplayContext context, int headingLevel) : ItemDisplay(item, context, headingLevel)
    where TPart : ContentPart, new()
{
    public TPart Part => Item.As<TPart>();
}

/// <summary>The model of a field's template.</summary>
public sealed record FieldDisplay(ItemDisplay Owner, PartDefinition Part, FieldDefinition Definition, ContentField Field);

/// <summary>One line of facts about an item: the model of <c>_Fact</c>, which shows nothing for an empty field.</summary>
public sealed record Fact(ItemDisplay Owner, string Title, ContentField Field);

/// <summary>A section of cards: the model of <c>_Cards</c>, which shows nothing without items.</summary>
/// <param name="Id">Id of the heading, unique on the page.</param>
public sealed record CardList(string Id, string Title, IReadOnlyList<ItemDisplay> Items);

/// <summary>A term in the reader's language.</summary>
public sealed record TermDisplay(string Id, string Code, string Name, string ParentId)
{
    /// <summary>The term and those above it, from the top of the tree; an unknown broader term ends the line, and so does a circle.</summary>
    internal static List<TermDisplay> Line(TermDisplay term, IReadOnlyDictionary<string, TermDisplay> all)
    {
        var line = new List<TermDisplay> { term };
        while (all.TryGetValue(line[0].ParentId, out var above) && !line.Contains(above))
        {
            line.Insert(0, above);
        }

        return line;
    }
}

/// <summary>The model of a part's template.</summary>
public sealed record PartDisplay(ItemDisplay Owner, PartDefinition Part);
