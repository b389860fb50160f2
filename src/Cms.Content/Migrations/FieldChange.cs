using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Items;

namespace Cms.Content.Migrations;

/// <summary>A field that is renamed, or removed when it has no new name.</summary>
/// <param name="Field">Its name, behind those of the lists it stands in: <c>Milestones.Phase</c>.</param>
internal sealed record FieldChange(string Part, string Field, string? To)
{
    private readonly string[] _names = Field.Split('.');
    private readonly byte[] _member = Encoding.UTF8.GetBytes($"\"{Part}\"");

    /// <summary>Its path as references have it.</summary>
    public string Path => $"{Part}.{Field}";

    /// <summary>Its path after the change; null when it is removed.</summary>
    public string? NewPath => To is null ? null : string.Join('.', [Part, .. _names[..^1], To]);

    /// <summary>The document after the change; null when it does not hold the field.</summary>
    public byte[]? Apply(byte[]? document)
    {
        if (document is null || document.AsSpan().IndexOf(_member) < 0)
        {
            return null;
        }

        var parts = JsonNode.Parse(document) as JsonObject;
        return parts?[Part] is JsonObject part && Change(part, _names) ? JsonSerializer.SerializeToUtf8Bytes(parts, PartSerializer.Options) : null;
    }

    public override string ToString() => NewPath is null ? $"{Path} is removed" : $"{Path} becomes {NewPath}";

    private bool Change(JsonObject holder, ReadOnlySpan<string> names)
    {
        if (names.Length == 1)
        {
            return To is null ? holder.Remove(names[0]) : Rename(holder, names[0], To);
        }

        var changed = false;
        foreach (var row in (holder[names[0]]?["Rows"] as JsonArray ?? []).OfType<JsonObject>())
        {
            changed |= Change(row, names[1..]);
        }

        return changed;
    }

    private static bool Rename(JsonObject holder, string from, string to)
    {
        var index = holder.IndexOf(from);
        if (index < 0 || holder.ContainsKey(to))
        {
            return false;
        }

        var value = holder.GetAt(index).Value;
        holder.RemoveAt(index);
        holder.Insert(index, to, value);
        return true;
    }
}
