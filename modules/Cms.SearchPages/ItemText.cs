using System.Text;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.Display.SafeHtml;

namespace Cms.SearchPages;

/// <summary>The plain text of an item's searchable fields, by its definitions: types of modules and those composed at run time alike.</summary>
internal static class ItemText
{
    /// <summary>What readers see on the item's page, besides its title.</summary>
    public static string Body(ContentItem item) => Join(Values(item).Where(v => !IsCode(v.Field)));

    /// <summary>Codes and numbers by which people know the item.</summary>
    public static string Codes(ContentItem item) => Join(Values(item).Where(v => IsCode(v.Field)));

    /// <summary>Sets that the item's searchable fields point to; links inside rich texts do not count.</summary>
    public static IEnumerable<string> Sets(ContentItem item) =>
        Values(item).Select(v => v.Value).OfType<ContentPickerField>().SelectMany(picker => picker.LocalizationSets).Distinct();

    /// <summary>Terms of the item, in any field.</summary>
    public static IEnumerable<string> Terms(ContentItem item) =>
        Values(item, searchableOnly: false).Select(v => v.Value).OfType<TaxonomyField>().SelectMany(field => field.TermContentItemIds).Distinct();

    private static IEnumerable<(FieldDefinition Field, object? Value)> Values(ContentItem item, bool searchableOnly = true) => item.Type.Parts
        .Where(part => part.Name != nameof(TitlePart) || !searchableOnly)
        .SelectMany(part => Values(part.Fields, item.Part(part), searchableOnly));

    private static IEnumerable<(FieldDefinition Field, object? Value)> Values(IReadOnlyList<FieldDefinition> fields, FieldHolder holder, bool searchableOnly) => fields
        .Where(field => field.Searchable || !searchableOnly)
        .SelectMany(field => field.Get(holder) is ListField list
            ? list.Items.SelectMany(row => Values(field.RowFields, row, searchableOnly))
            : [(field, field.Get(holder))]);

    private static bool IsCode(FieldDefinition field) => field.Natural || field.UniquePerPublisher;

    private static string Join(IEnumerable<(FieldDefinition Field, object? Value)> values)
    {
        var text = new StringBuilder();
        foreach (var line in values.SelectMany(v => Lines(v.Value)).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(object? value) => value switch
    {
        MarkdownField { IsEmpty: false } rich => [MarkdownText.ToPlainText(rich.Markdown)],
        ContentField field => field.SearchText(),
        string plain => [plain],
        _ => [],
    };
}
