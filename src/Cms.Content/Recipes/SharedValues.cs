using System.Text.Json;
using Cms.Content.Items;

namespace Cms.Content.Recipes;

/// <summary>The JSON of what an item's set shares, field by field.</summary>
internal static class SharedValues
{
    public static Dictionary<string, string> Of(ContentItem item)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in item.Type.Parts.Where(p => p.Fields.Any(f => f.Shared || f.IsList)))
        {
            using var json = JsonDocument.Parse(PartSerializer.Write(part, item.Part(part)).Shared);
            foreach (var member in json.RootElement.EnumerateObject())
            {
                values[$"{part.Name}.{member.Name}"] = member.Value.GetRawText();
            }
        }

        return values;
    }
}
