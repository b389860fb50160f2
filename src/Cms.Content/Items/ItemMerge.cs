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
        var changed = new List<string>();
        var unknown = new List<string>();
        foreach (var (name, bytes) in incoming.Parts)
        {
            if (Find(item.Type, name) is { } definition)
            {
                MergePart(item, definition, bytes, changed, unknown);
            }
            else
            {
                unknown.Add(name);
                item.Document.Keep(name, bytes);
            }
        }

        return new MergeResult(changed, unknown);
    }

    private static void MergePart(ContentItem item, PartDefinition definition, byte[] bytes, List<string> changed, List<string> unknown)
    {
        var incoming = Read(definition, bytes);
        var target = item.Part(definition);
        var before = changed.Count;
        foreach (var field in definition.Fields)
        {
            if (field.Get(incoming) is { } value && IsGiven(bytes, field.Name) && !SameJson(field, field.Get(target), value))
            {
                field.Set(target, value);
                changed.Add($"{definition.Name}.{field.Name}");
            }
        }

        foreach (var member in incoming.Unknown)
        {
            unknown.Add($"{definition.Name}.{member.Name}");
            if (!target.Unknown.Exists(m => m.Name == member.Name && JsonElement.DeepEquals(m.Value, member.Value)))
            {
                target.Unknown.RemoveAll(m => m.Name == member.Name);
                target.Unknown.Add(member);
                changed.Add($"{definition.Name}.{member.Name}");
            }
        }

        if (changed.Count > before)
        {
            item.Document.MarkAltered(definition);
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

        return JsonElement.DeepEquals(JsonSerializer.SerializeToElement(stored, field.ClrType, PartSerializer.Options), JsonSerializer.SerializeToElement(incoming, field.ClrType, PartSerializer.Options));
    }

    private static bool SameRow(FieldDefinition list, ListRow stored, ListRow incoming) =>
        stored.Id == incoming.Id &&
        list.RowFields.All(f => f.Get(incoming) is not { } value || SameJson(f, f.Get(stored), value));

    private static bool IsGiven(byte[] part, string field)
    {
        using var json = JsonDocument.Parse(part);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().Any(m => string.Equals(m.Name, field, StringComparison.OrdinalIgnoreCase));
    }

    private static PartDefinition? Find(ContentTypeDefinition type, string name) =>
        type.Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a merge did.</summary>
/// <param name="Changed">Paths of changed fields: <c>Agenda21Action.Code</c>.</param>
/// <param name="Unknown">Parts and members that no definition knows; kept as they are.</param>
public sealed record MergeResult(IReadOnlyList<string> Changed, IReadOnlyList<string> Unknown);
