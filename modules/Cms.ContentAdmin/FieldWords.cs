using System.Globalization;
using System.Text.Json;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Types;

namespace Cms.ContentAdmin;

/// <summary>The value of any field as plain text for a reader of the administration: its words, else its members as stored.</summary>
public static class FieldWords
{
    public static string Of(object? value, FieldDefinition definition) => value switch
    {
        null => "",
        ListField list => string.Join(" · ", list.Items.Select(row => string.Join(", ", definition.RowFields.Select(f => Of(f.Get(row), f)).Where(text => text.Length > 0)))),
        ContentField { IsEmpty: true } => "",
        ContentField field => Words(field),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };

    private static string Words(ContentField field)
    {
        var words = string.Join(" ", field.SearchText());
        return words.Length > 0 ? words : string.Join(", ", Members(field));
    }

    private static IEnumerable<string> Members(ContentField field) => JsonSerializer.SerializeToElement(field, field.GetType(), PartSerializer.Options)
        .EnumerateObject()
        .Select(member => member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() ?? "" : member.Value.GetRawText())
        .Where(text => text is { Length: > 0 } and not "[]" and not "{}");
}
