using System.Text.Json;
using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Content.Items;

/// <summary>Puts the values of an incoming item into a stored or new one, field by field, and tells which changed and which nobody knows.</summary>
public static class ItemMerge
{
    /// <returns>Paths of the fields whose value changed, and of members that no definition knows.</returns>
    /// <exception cref="JsonException">A value is not of its field's kind; the message names the field.</exception>
    public static MergeResult Apply(ContentItem item, IncomingItem incoming)
    {
        var result = new MergeResult([], [], [], []);
        foreach (var (name, bytes) in incoming.Parts)
        {
            if (Find(item.Type, name) is { } definition)
            {
                MergePart(item, definition, bytes, result);
                continue;
            }

            result.Unknown.Add(name);
            if (item.Document.Keep(name, bytes))
            {
                result.Changed.Add(name);
            }
        }

        return result;
    }

    private static void MergePart(ContentItem item, PartDefinition definition, byte[] bytes, MergeResult result)
    {
        using var json = JsonDocument.Parse(bytes);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"{definition.Name}: a part must be an object.");
        }

        var incoming = Read(definition, bytes);
        var target = item.Part(definition);
        var before = result.Changed.Count;
        foreach (var field in definition.Fields)
        {
            if (RowMerge.Member(json.RootElement, field.Name) is { ValueKind: not JsonValueKind.Null } given && field.Get(incoming) is { } value)
            {
                MergeField(definition, field, target, value, given, result);
            }
        }

        MergeUnknown(definition, target, incoming, result);
        if (result.Changed.Count > before)
        {
            item.Document.MarkAltered(definition);
        }
    }

    private static void MergeField(PartDefinition part, FieldDefinition field, ContentPart target, object value, JsonElement given, MergeResult result)
    {
        var path = $"{part.Name}.{field.Name}";
        if (value is ListField list)
        {
            RowMerge.Complete(field, field.Get(target) as ListField, list, given, path);
        }

        if (value is ContentField { IsEmpty: true, Unknown: { Count: > 0 } unknown })
        {
            result.Misread.AddRange(unknown.Keys.Select(member => $"{path}.{member}"));
        }

        result.Given.Add(path);
        if (!SameJson(field, field.Get(target), value))
        {
            field.Set(target, value);
            result.Changed.Add(path);
        }
    }

    private static void MergeUnknown(PartDefinition definition, ContentPart target, ContentPart incoming, MergeResult result)
    {
        foreach (var member in incoming.Unknown)
        {
            var path = $"{definition.Name}.{member.Name}";
            result.Unknown.Add(path);
            if (!target.Unknown.Exists(m => m.Name == member.Name && JsonElement.DeepEquals(m.Value, member.Value)))
            {
                target.Unknown.RemoveAll(m => m.Name == member.Name);
                target.Unknown.Add(member);
                result.Changed.Add(path);
            }
        }
    }

    private static ContentPart Read(PartDefinition definition, byte[] bytes)
    {
        try
        {
            return PartSerializer.ReadWhole(definition, bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"{definition.Name}: {e.Message}", e);
        }
    }

    /// <summary>Compares values as they are stored; sort keys and row ids that storing adds do not count.</summary>
    private static bool SameJson(FieldDefinition field, object? stored, object incoming)
    {
        if (stored is null)
        {
            return incoming is ContentField { IsEmpty: true, Unknown: null };
        }

        if (stored is TextField a && incoming is TextField b)
        {
            return a.Text == b.Text;
        }

        if (stored is ListField x && incoming is ListField y)
        {
            return x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(pair => SameRow(field, pair.First, pair.Second));
        }

        if (stored is PartialDateField was && incoming is PartialDateField given)
        {
            given.Last = was.Last;
        }

        return JsonElement.DeepEquals(JsonSerializer.SerializeToElement(stored, field.ClrType, PartSerializer.Options), JsonSerializer.SerializeToElement(incoming, field.ClrType, PartSerializer.Options));
    }

    private static bool SameRow(FieldDefinition list, ListRow stored, ListRow incoming) =>
        stored.Id == incoming.Id &&
        list.RowFields.All(f => f.Get(incoming) is not { } value || SameJson(f, f.Get(stored), value));

    private static PartDefinition? Find(ContentTypeDefinition type, string name) =>
        type.Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a merge did.</summary>
/// <param name="Changed">Paths of changed fields: <c>Agenda21Action.Code</c>.</param>
/// <param name="Unknown">Parts and members that no definition knows; kept as they are.</param>
/// <param name="Given">Paths of the fields that the incoming item has a value for.</param>
/// <param name="Misread">Members of fields of whose value nothing is known: <c>Museum.Opening.Value</c> of a date. Kept as they are too, and shown nowhere.</param>
public sealed record MergeResult(List<string> Changed, List<string> Unknown, List<string> Given, List<string> Misread);
