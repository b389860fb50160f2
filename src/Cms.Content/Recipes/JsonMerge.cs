using System.Text.Json.Nodes;

namespace Cms.Content.Recipes;

/// <summary>Puts JSON into stored JSON: objects are merged member by member, everything else is replaced.</summary>
internal static class JsonMerge
{
    /// <returns>True when it changed something.</returns>
    public static bool Put(JsonObject target, string name, JsonNode? value)
    {
        if (value is JsonObject incoming && target[name] is JsonObject stored)
        {
            return incoming.Aggregate(false, (changed, member) => Put(stored, member.Key, member.Value) | changed);
        }

        if (target.ContainsKey(name) && JsonNode.DeepEquals(target[name], value))
        {
            return false;
        }

        target[name] = value?.DeepClone();
        return true;
    }
}
