using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Editors;

/// <summary>The value of any field as plain text for a reader of the administration: terms and items by their names, numbers and dates as the form shows them.</summary>
public sealed class FieldWords(IReadOnlyDictionary<string, TermDisplay> terms, IReadOnlyDictionary<string, ContentTitle> titles, EditorFormats formats, IStringLocalizer localizer)
{
    public string Of(object? value, FieldDefinition definition) => value switch
    {
        null or ContentField { IsEmpty: true } => "",
        ListField list => string.Join('\n', list.Items.Select(row => OfRow(row, definition))),
        TextField text => definition.Options.Count > 0 ? localizer[FieldDefinition.OptionWords(text.Text)] : text.Text,
        BooleanField flag => flag.Value == true ? localizer["Yes"] : localizer["No"],
        TaxonomyField or ContentPickerField => OfChoice(value),
        OpeningHoursField hours => string.Join('\n', hours.Slots.Select(OfSpan)),
        _ => Typed(value, definition),
    };

    private string OfChoice(object chosen) => chosen is TaxonomyField field
        ? string.Join(", ", field.TermContentItemIds.Select(id => terms.TryGetValue(id, out var term) ? term.Name : id))
        : string.Join(", ", ((ContentPickerField)chosen).LocalizationSets.Select(set => titles.TryGetValue(set, out var title) ? title.Title : set));

    private string OfSpan(OpeningSlot span) =>
        $"{formats.Numbers.DateTimeFormat.GetDayName(span.Day)} {CultureFormats.Time(span.Opens, formats.Numbers)} – {CultureFormats.Time(span.Closes, formats.Numbers)}";

    private string OfRow(ListRow row, FieldDefinition list) => string.Join(" · ", list.RowFields.Select(field => Of(field.Get(row), field)).Where(text => text.Length > 0));

    private string Typed(object value, FieldDefinition definition)
    {
        var values = new EditorValues();
        foreach (var (field, editor) in FieldEditors.Of([definition]))
        {
            editor.Show(value, new FieldSlot(field, field.Name, values, formats, []));
        }

        return string.Join(", ", values.Pairs.Select(pair => pair.Value).Where(text => text.Length > 0));
    }
}

/// <summary>Loads the names that the words of some items need.</summary>
public sealed class FieldWordsSource(TermCatalog terms, ContentTitles titles, CultureSettings cultures, IStringLocalizer<FieldWords> localizer)
{
    public async Task<FieldWords> ForAsync(IEnumerable<ContentItem> items, EditorFormats formats, CancellationToken token)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var sets = items.SelectMany(item => Targets(item)).ToHashSet(StringComparer.Ordinal);
        return new FieldWords(await terms.AllAsync(cultures.Supports(language) ? language : cultures.Default, token), await titles.OfAsync(sets, [language, .. cultures.Names], token), formats, localizer);
    }

    private static IEnumerable<string> Targets(ContentItem item)
    {
        var (own, shared) = ItemReferences.Of(item);
        return own.Concat(shared).Where(reference => reference.Reference.Kind == Reference.Set).Select(reference => reference.Reference.Target);
    }
}
