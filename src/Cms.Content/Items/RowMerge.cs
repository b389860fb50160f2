using System.Text.Json;
using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Content.Items;

/// <summary>
/// Completes the rows of an incoming list from the stored ones: what a row does not say stays as it is, and a row without an id is the stored one in the
/// same place. So a second language need not repeat what the set shares, and the same list twice changes nothing.
/// </summary>
internal static class RowMerge
{
    /// <exception cref="JsonException">The list is no object with an array of rows.</exception>
    public static void Complete(FieldDefinition list, ListField? stored, ListField incoming, JsonElement json, string path)
    {
        var rows = Rows(json) ?? throw new JsonException($"{path}: a list must be an object with an array of rows.");
        var there = stored?.Items ?? [];
        Identify(there, incoming);
        for (var i = 0; i < incoming.Items.Count && i < rows.Count; i++)
        {
            var row = incoming.Items[i];
            if (there.FirstOrDefault(r => r.Id == row.Id && r.Id.Length > 0) is { } old)
            {
                Complete(list, old, row, rows[i], path);
            }
        }
    }

    /// <summary>A member by its name, without case; null where there is none.</summary>
    public static JsonElement? Member(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    private static void Identify(IReadOnlyList<ListRow> stored, ListField incoming)
    {
        var taken = incoming.Items.Select(row => row.Id).ToHashSet();
        for (var i = 0; i < incoming.Items.Count && i < stored.Count; i++)
        {
            if (incoming.Items[i].Id.Length == 0 && taken.Add(stored[i].Id))
            {
                incoming.Items[i].Id = stored[i].Id;
            }
        }
    }

    private static void Complete(FieldDefinition list, ListRow stored, ListRow incoming, JsonElement json, string path)
    {
        foreach (var field in list.RowFields)
        {
            var given = Member(json, field.Name);
            if (given is null or { ValueKind: JsonValueKind.Null })
            {
                field.Set(incoming, field.Get(stored));
            }
            else if (field.Field(incoming) is ListField inner)
            {
                Complete(field, field.Field(stored) as ListField, inner, given.Value, $"{path}.{field.Name}");
            }
        }
    }

    private static List<JsonElement>? Rows(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var rows = json.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Array);
        return rows.ValueKind != JsonValueKind.Array ? null : [.. rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)];
    }
}
