using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Items;

namespace Cms.Content.Recipes;

/// <summary>A merged definition.</summary>
/// <param name="Changed">Members, parts and fields that the merge changed.</param>
internal sealed record DefinitionChange(JsonObject Document, IReadOnlyList<string> Changed);

/// <summary>Definitions in Orchard Core's JSON, merged as its ContentDefinitionStep does; names of members are stored as Orchard Core writes them.</summary>
internal static class DefinitionJson
{
    public const string Parts = "ContentTypePartDefinitionRecords";
    public const string Fields = "ContentPartFieldDefinitionRecords";

    /// <summary>A type's name and settings are taken only from a definition that has a display name; parts that it does not name stay.</summary>
    public static DefinitionChange MergeType(JsonObject? stored, JsonObject incoming)
    {
        var (document, changed) = Begin(stored, incoming);
        if (Text(incoming, "DisplayName").Length > 0)
        {
            Take(document, incoming, "DisplayName", changed);
            Take(document, incoming, "Settings", changed);
        }

        TakeAll(document, incoming, Parts, "Name", ["PartName", "Name", "Settings"], changed);
        return new DefinitionChange(document, changed);
    }

    public static DefinitionChange MergePart(JsonObject? stored, JsonObject incoming)
    {
        var (document, changed) = Begin(stored, incoming);
        Take(document, incoming, "Settings", changed);
        TakeAll(document, incoming, Fields, "Name", ["FieldName", "Name", "Settings"], changed);
        return new DefinitionChange(document, changed);
    }

    /// <summary>Members, parts and fields that are not the same in two documents of one type or part; those of a missing one are all of them.</summary>
    public static IReadOnlyList<string> Differences(JsonObject? stored, JsonObject document)
    {
        var (before, after) = (stored is null ? [] : Named(stored), Named(document));
        return [.. after.Keys.Union(before.Keys).Where(name => !JsonNode.DeepEquals(before.GetValueOrDefault(name), after.GetValueOrDefault(name)))];
    }

    /// <summary>A type's document without a part; null where the type does not have it.</summary>
    public static JsonObject? WithoutPart(JsonObject type, string part)
    {
        var without = (JsonObject)type.DeepClone();
        return without[Parts] is JsonArray parts && parts.RemoveAll(record => record is JsonObject json && Text(json, "PartName") == part) > 0 ? without : null;
    }

    public static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, PartSerializer.Options);

    public static IEnumerable<JsonObject> Objects(JsonObject json, string member) => (json[member] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static string Text(JsonObject json, string member) => json[member] is JsonValue value ? value.ToString() : "";

    private static Dictionary<string, JsonNode?> Named(JsonObject document)
    {
        var named = document.Where(member => member.Key is not (Parts or Fields)).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        foreach (var one in Objects(document, Parts).Concat(Objects(document, Fields)))
        {
            named[Text(one, "Name")] = one;
        }

        return named;
    }

    private static (JsonObject Document, List<string> Changed) Begin(JsonObject? stored, JsonObject incoming) => stored is null
        ? (new JsonObject { ["Name"] = Text(incoming, "Name") }, ["Name"])
        : ((JsonObject)stored.DeepClone(), []);

    private static void Take(JsonObject document, JsonObject incoming, string member, List<string> changed)
    {
        if (incoming[member] is { } value && JsonMerge.Put(document, member, value))
        {
            changed.Add(member);
        }
    }

    private static void TakeAll(JsonObject document, JsonObject incoming, string list, string key, string[] members, List<string> changed)
    {
        var there = document[list] as JsonArray ?? [];
        foreach (var one in Objects(incoming, list))
        {
            var name = Text(one, key) is { Length: > 0 } given ? given : Text(one, members[0]);
            var target = there.OfType<JsonObject>().FirstOrDefault(o => Text(o, key) == name);
            var isNew = target is null;
            target ??= new JsonObject { [key] = name };
            var before = changed.Count;
            var ignored = new List<string>();
            members.Where(m => m != key).ToList().ForEach(member => Take(target, one, member, ignored));
            if (isNew)
            {
                there.Add(target);
            }

            if (isNew || ignored.Count > 0)
            {
                changed.Insert(before, name);
            }
        }

        if (there.Count > 0 && there.Parent is null)
        {
            document[list] = there;
        }
    }
}
