using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Core.Localization;
using Cms.Display.Maps;
using Cms.Display.SafeHtml;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Templates;

/// <summary>What the templates of one page share: the reader's language and everything the page's items point to, loaded before the first view runs.</summary>
public sealed class DisplayContext(
    string culture,
    CultureSettings cultures,
    string siteHost,
    TimeZoneInfo timeZone,
    DateOnly today,
    IReadOnlyDictionary<string, ContentItem> references,
    IReadOnlyDictionary<string, TermDisplay> terms,
    MarkdownRenderer markdown,
    ShownTexts texts,
    IStringLocalizer<DisplayContext> localizer)
{
    /// <summary>Language of the page.</summary>
    public string Culture { get; } = culture;

    /// <summary>Formats of that language.</summary>
    public CultureInfo Formats { get; } = cultures.Format(culture);

    /// <summary>The day in the website's time zone when the page was made; a kept page does not outlive it.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>Maps of lists that a page shows, by content type.</summary>
    internal Dictionary<string, ItemMap> Maps { get; } = [];

    /// <summary>The map of a type's list, where the page was made with it.</summary>
    public ItemMap? Map(string type) => Maps.GetValueOrDefault(type);

    /// <summary>Where the item of the page is; null for an item without a position.</summary>
    public PlaceMap? Place { get; internal set; }

    public ItemDisplay Display(ContentItem item, int headingLevel) => ItemDisplayFactory.Create(item, this, headingLevel);

    public IEnumerable<ItemDisplay> Items(ContentPickerField field, int headingLevel) =>
        field.LocalizationSets.Where(references.ContainsKey).Select(set => Display(references[set], headingLevel));

    public IReadOnlyList<TermDisplay> Terms(TaxonomyField field) => [.. field.TermContentItemIds.Where(terms.ContainsKey).Select(id => terms[id])];

    /// <summary>A term and those above it, from the top of the tree.</summary>
    public IReadOnlyList<TermDisplay> Line(TermDisplay term) => TermDisplay.Line(term, terms);

    /// <summary>Plain text in the typography of its language.</summary>
    public string Text(string text, string language) => texts.Of(text, cultures.Supports(language) ? cultures.Format(language) : Formats);

    /// <summary>Yes or no in the reader's language.</summary>
    public string Word(bool value) => value ? localizer["Yes"] : localizer["No"];

    /// <summary>Markdown as safe HTML, with internal links in the reader's language.</summary>
    public IHtmlContent Html(string text, string language, int firstHeading) =>
        markdown.Render(text, new MarkdownView(cultures.Supports(language) ? cultures.Format(language) : Formats, Resolve, Math.Clamp(firstHeading, 2, 6), siteHost)).Html;

    /// <summary>A day in the reader's formats, as the website's time zone has it.</summary>
    public string Date(DateTimeOffset moment) => CultureDates.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, timeZone).Date), Formats);

    private string? Resolve(InternalLink link) => link.Kind switch
    {
        InternalLinkKind.Media => "/media/" + link.Id,
        _ => references.TryGetValue(link.Id, out var item) && item.Url is { } url ? link.Fragment is null ? url : $"{url}#{link.Fragment}" : null,
    };
}
