using System.Text.Json;
using Cms.Content.Parts;

namespace Cms.Content.Items;

/// <summary>Content items in Orchard Core's JSON: system members in its order, then every part at the root (ContentItemConverter).</summary>
public static class ContentItemJson
{
    public static byte[] Write(ContentItem item)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, item);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, ContentItem item)
    {
        json.WriteStartObject();
        json.WriteString("ContentItemId", item.ContentItemId);
        json.WriteString("ContentItemVersionId", item.ContentItemVersionId);
        json.WriteString("ContentType", item.ContentType);
        json.WriteString("DisplayText", item.DisplayText);
        json.WriteBoolean("Latest", item.Latest);
        json.WriteBoolean("Published", item.Published);
        WriteUtc(json, "ModifiedUtc", item.ModifiedUtc);
        WriteUtc(json, "PublishedUtc", item.PublishedUtc);
        WriteUtc(json, "CreatedUtc", item.CreatedUtc);
        json.WriteString("Owner", item.Owner);
        json.WriteString("Author", item.Author);
        WriteParts(json, item);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, ContentItem item)
    {
        foreach (var part in item.Type.Parts.Where(p => p.Name != nameof(AutoroutePart)))
        {
            json.WritePropertyName(part.Name);
            PartSerializer.WriteWhole(json, part, item.Part(part));
        }

        foreach (var name in item.Document.PartNames.Where(name => item.Type.Part(name) is null))
        {
            json.WritePropertyName(name);
            item.Document.WriteUnknown(json, name);
        }

        if (item.Path is not null)
        {
            json.WriteStartObject(nameof(AutoroutePart));
            json.WriteString("Path", ContentPath.Url(item.Culture, item.Path)[1..]);
            json.WriteEndObject();
        }

        json.WriteStartObject("LocalizationPart");
        json.WriteString("LocalizationSet", item.LocalizationSet);
        json.WriteString("Culture", item.Culture);
        json.WriteEndObject();
    }

    private static void WriteUtc(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } value)
        {
            json.WriteString(name, Utc.Text(value));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
