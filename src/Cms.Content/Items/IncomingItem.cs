using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cms.Content.Items;

/// <summary>A content item as a recipe or the API gives it, in Orchard Core's JSON; names of members compare without case.</summary>
public sealed class IncomingItem
{
    private static readonly string[] _system =
        ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "Id", "LocalizationPart"];

    private IncomingItem(JsonObject json)
    {
        ContentItemId = Text(json, "ContentItemId");
        ContentItemVersionId = Text(json, "ContentItemVersionId");
        ContentType = Text(json, "ContentType");
        DisplayText = Text(json, "DisplayText");
        Owner = Text(json, "Owner");
        Author = Text(json, "Author");
        Published = Member(json, "Published") switch
        {
            null => true,
            JsonValue flag when flag.TryGetValue<bool>(out var published) => published,
            _ => throw new JsonException("Published must be true or false."),
        };
        CreatedUtc = Moment(json, "CreatedUtc");
        var localization = Member(json, "LocalizationPart") as JsonObject;
        LocalizationSet = localization is null ? "" : Text(localization, "LocalizationSet");
        Culture = localization is null ? "" : Text(localization, "Culture");
        foreach (var (name, value) in json)
        {
            // Orchard Core keeps unknown objects and drops unknown scalars at the root.
            if (value is JsonObject or JsonArray && !_system.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Parts[name] = JsonSerializer.SerializeToUtf8Bytes(value, PartSerializer.Options);
            }
        }
    }

    public string ContentItemId { get; }

    public string ContentItemVersionId { get; }

    public string ContentType { get; }

    public string DisplayText { get; }

    public string Owner { get; }

    public string Author { get; }

    /// <summary>False only where the JSON says so.</summary>
    public bool Published { get; }

    public DateTimeOffset? CreatedUtc { get; }

    /// <summary>Empty for an item without LocalizationPart.</summary>
    public string LocalizationSet { get; }

    /// <summary>Empty for an item without LocalizationPart.</summary>
    public string Culture { get; }

    /// <summary>JSON of every part, by name.</summary>
    public Dictionary<string, byte[]> Parts { get; } = [];

    /// <exception cref="JsonException">A system member has a value of another kind, or an escape stands for no character.</exception>
    public static IncomingItem Read(JsonObject json)
    {
        try
        {
            return new(json);
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair: well-formed JSON, and no text.
            throw new JsonException("An escape stands for no character.", e);
        }
    }

    private static JsonNode? Member(JsonObject json, string name) =>
        json.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Text(JsonObject json, string name) => Member(json, name) switch
    {
        null => "",
        JsonValue value when value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is var text && !text.Contains('\0', StringComparison.Ordinal) => text,
        _ => throw new JsonException($"{name} must be a string without the character NUL."),
    };

    private static DateTimeOffset? Moment(JsonObject json, string name)
    {
        var text = Text(json, name);
        try
        {
            return Utc.Parse(text);
        }
        catch (FormatException)
        {
            throw new JsonException($"{name} must be a date: {text}");
        }
    }
}
