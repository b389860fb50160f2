namespace Cms.Content.Types;

/// <summary>A way to narrow a type's list: terms of a taxonomy field, or years or months of an indexed date.</summary>
/// <param name="Key">Query key: <c>kind</c>.</param>
/// <param name="Field">Field whose values it offers: <c>Site.Kind</c>.</param>
public sealed record FacetDefinition(string Key, string Field)
{
    /// <summary>English title, msgid of its translations.</summary>
    public string Title => FieldDefinition.OptionWords(Key);
}
