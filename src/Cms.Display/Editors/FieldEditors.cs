using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Display.Editors;

/// <summary>The editor of every type of field, and how a field of a part or row goes through it.</summary>
public static class FieldEditors
{
    private static readonly Dictionary<string, FieldEditor> _all = new(StringComparer.Ordinal)
    {
        [nameof(String)] = new StringEditor(),
        [nameof(TextField)] = new TextEditor(),
        [nameof(MultiTextField)] = new MultiTextEditor(),
        [nameof(MarkdownField)] = new MarkdownEditor(),
        [nameof(BooleanField)] = new BooleanEditor(),
        [nameof(NumericField)] = new NumericEditor(),
        [nameof(QuantityField)] = new QuantityEditor(),
        [nameof(MoneyField)] = new MoneyEditor(),
        [nameof(DateField)] = new DateEditor(),
        [nameof(DateTimeField)] = new DateTimeEditor(),
        [nameof(PartialDateField)] = new PartialDateEditor(),
        [nameof(LinkField)] = new LinkEditor(),
        [nameof(MediaField)] = new MediaEditor(),
        [nameof(ContentPickerField)] = new ContentPickerEditor(),
        [nameof(TaxonomyField)] = new TaxonomyEditor(),
        [nameof(GeoPointField)] = new GeoPointEditor(),
        [nameof(AddressField)] = new AddressEditor(),
        [nameof(OpeningHoursField)] = new OpeningHoursEditor(),
        [nameof(VideoField)] = new VideoEditor(),
        [nameof(ListField)] = new ListEditor(),
    };

    /// <summary>Fields with their editors; a field of a type that has none is not shown and stays as it is.</summary>
    public static IEnumerable<(FieldDefinition Field, FieldEditor Editor)> Of(IEnumerable<FieldDefinition> fields) =>
        fields.Where(field => _all.ContainsKey(field.FieldType)).Select(field => (field, _all[field.FieldType]));

    /// <summary>Writes a field's value into the inputs of a slot.</summary>
    public static void Show(FieldEditor editor, FieldDefinition field, FieldHolder holder, FieldSlot slot) => editor.Show(Value(field, holder), slot);

    /// <summary>
    /// Puts what the inputs of a slot say into a field. One whose inputs still hold what its value shows is not touched, so that what a form can not say
    /// of it stays; one without inputs in the form neither.
    /// </summary>
    /// <returns>True when the field was changed.</returns>
    public static bool Read(FieldEditor editor, FieldDefinition field, FieldHolder holder, FieldSlot slot)
    {
        var stored = new EditorValues();
        var value = Value(field, holder);
        editor.Show(value, slot with { Values = stored });
        if (!slot.Values.Has(slot.Name) || slot.Values.Same(stored, slot.Name))
        {
            return false;
        }

        var failures = slot.Failures.Count;
        value = editor.Read(value, slot);
        field.Set(holder, value);
        if (slot.Failures.Count == failures && value is ContentField typed)
        {
            slot.Failures.AddRange(typed.Check(field).Select(failure => failure with { Field = slot.Name }));
        }

        return true;
    }

    private static object Value(FieldDefinition field, FieldHolder holder) =>
        field.Get(holder) ?? (field.ClrType == typeof(string) ? "" : Activator.CreateInstance(field.ClrType)!);
}
