using Cms.Content.Fields;

namespace Cms.Content.Types;

/// <summary>The field types, by Orchard Core's names, and where in their JSON the value stands that lists order and filter by.</summary>
public static class FieldTypes
{
    private static readonly Dictionary<string, (Type Type, IndexedMember? Member)> _all = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(TextField)] = (typeof(TextField), new("Text", false)),
        [nameof(MultiTextField)] = (typeof(MultiTextField), null),
        [nameof(MarkdownField)] = (typeof(MarkdownField), null),
        [nameof(BooleanField)] = (typeof(BooleanField), new("Value", false)),
        [nameof(NumericField)] = (typeof(NumericField), new("Value", true)),
        [nameof(QuantityField)] = (typeof(QuantityField), new("Value", true)),
        [nameof(MoneyField)] = (typeof(MoneyField), new("Amount", true)),
        [nameof(DateField)] = (typeof(DateField), new("Value", false)),
        [nameof(DateTimeField)] = (typeof(DateTimeField), new("Value", false)),
        [nameof(PartialDateField)] = (typeof(PartialDateField), new("Start", false)),
        [nameof(LinkField)] = (typeof(LinkField), null),
        [nameof(MediaField)] = (typeof(MediaField), null),
        [nameof(ContentPickerField)] = (typeof(ContentPickerField), null),
        ["LocalizationSetContentPickerField"] = (typeof(ContentPickerField), null),
        [nameof(TaxonomyField)] = (typeof(TaxonomyField), null),
        [nameof(GeoPointField)] = (typeof(GeoPointField), null),
        [nameof(AddressField)] = (typeof(AddressField), null),
        [nameof(OpeningHoursField)] = (typeof(OpeningHoursField), null),
        [nameof(VideoField)] = (typeof(VideoField), null),
        [nameof(ListField)] = (typeof(ListField<ComposedRow>), null),
    };

    public static IEnumerable<string> Names => _all.Keys;

    public static Type? Find(string name) => _all.TryGetValue(name, out var found) ? found.Type : null;

    /// <summary>Null for a field type that can not order a list.</summary>
    public static IndexedMember? Indexed(FieldDefinition field) =>
        field.FieldType == nameof(TextField) && field.Natural ? new IndexedMember(nameof(TextField.SortKey), false) :
        _all.TryGetValue(field.FieldType, out var found) ? found.Member : null;
}
