using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Content.Items;

/// <summary>
/// Reads and writes parts by their definitions: one way for classes of modules and for parts composed at run time. Writing splits a part into what
/// its language says and what its set shares; reading joins the two again, rows of lists by their ids.
/// </summary>
public static class PartSerializer
{
    /// <summary>For storage only: text is not escaped for HTML.</summary>
    internal static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>How the values of fields are written and read.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new UtcConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepDefaults } },
    };

    /// <summary>A null where a text or list belongs is an absent value: older exports of Orchard Core write them.</summary>
    private static void KeepDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: { } set, IsSetNullable: false } && !property.PropertyType.IsValueType)
            {
                property.IsSetNullable = true;
                property.Set = (holder, value) =>
                {
                    if (value is not null)
                    {
                        set(holder, value);
                    }
                };
            }
        }
    }

    public static ContentPart Read(PartDefinition definition, ReadOnlyMemory<byte> own, ReadOnlyMemory<byte> shared)
    {
        var part = definition.Create();
        ReadObject(part, definition.Fields, own, shared: false);
        ReadObject(part, definition.Fields, shared, shared: true);
        return part;
    }

    /// <summary>Reads a part as import and API give it, own and shared values together.</summary>
    public static ContentPart ReadWhole(PartDefinition definition, ReadOnlyMemory<byte> whole)
    {
        var part = definition.Create();
        ReadObject(part, definition.Fields, whole, shared: false);
        return part;
    }

    public static (byte[] Own, byte[] Shared) Write(PartDefinition definition, ContentPart part) =>
        (WriteSide(definition, part, shared: false), WriteSide(definition, part, shared: true));

    /// <summary>Writes the whole part, own and shared values together: Orchard Core's shape, for export and API.</summary>
    public static void WriteWhole(Utf8JsonWriter json, PartDefinition definition, ContentPart part) => WriteObject(json, definition.Fields, part, side: null);

    private static byte[] WriteSide(PartDefinition definition, ContentPart part, bool shared)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writer))
        {
            WriteObject(json, definition.Fields, part, shared);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void ReadObject(FieldHolder holder, IReadOnlyList<FieldDefinition> fields, ReadOnlyMemory<byte> bytes, bool shared)
    {
        var lists = shared ? fields.Where(f => f.IsList).ToList() : null;
        if (bytes.Length > 2)
        {
            ReadMembers(holder, fields, bytes, shared, lists);
        }

        // Rows that the set no longer has are gone in every language.
        lists?.ForEach(list => list.Set(holder, Activator.CreateInstance(list.ClrType)));
    }

    private static void ReadMembers(FieldHolder holder, IReadOnlyList<FieldDefinition> fields, ReadOnlyMemory<byte> bytes, bool shared, List<FieldDefinition>? lists)
    {
        var reader = new Utf8JsonReader(bytes.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var field = Find(fields, name);
            if (field is { IsList: true })
            {
                reader.Skip();
                lists?.Remove(field);
                ReadList(holder, field, bytes[start..(int)reader.BytesConsumed], shared);
            }
            else if (field is not null)
            {
                field.Set(holder, ReadValue(ref reader, field));
            }
            else if (holder is ListRow row && string.Equals(name, nameof(ListRow.Id), StringComparison.OrdinalIgnoreCase))
            {
                row.Id = reader.GetString() ?? "";
            }
            else
            {
                holder.Unknown.Add(new UnknownMember(name, JsonElement.ParseValue(ref reader), shared));
            }
        }
    }

    /// <summary>A null empties a field: whoever reads a part expects it to have its fields.</summary>
    private static object? ReadValue(ref Utf8JsonReader reader, FieldDefinition field)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, field.ClrType, Options) ?? (field.ClrType == typeof(string) ? "" : Activator.CreateInstance(field.ClrType));
        }
        catch (JsonException e)
        {
            throw new JsonException($"{field.Name}: {e.Message}", e);
        }
    }

    /// <summary>
    /// The shared document decides which rows there are and their order; a language's document adds what it says in them. It is read first, so its rows wait
    /// in the list until the shared rows claim them.
    /// </summary>
    private static void ReadList(FieldHolder holder, FieldDefinition definition, ReadOnlyMemory<byte> bytes, bool shared)
    {
        var before = definition.Field(holder) as ListField;
        var list = (ListField)Activator.CreateInstance(definition.ClrType)!;
        foreach (var row in RowSlices(definition, bytes))
        {
            var id = RowId(row);
            var target = before?.Items.FirstOrDefault(r => r.Id == id && id.Length > 0) ?? (ListRow)Activator.CreateInstance(definition.RowType!)!;
            ReadObject(target, definition.RowFields, row, shared);
            list.Add(target);
        }

        definition.Set(holder, list);
    }

    private static List<ReadOnlyMemory<byte>> RowSlices(FieldDefinition list, ReadOnlyMemory<byte> bytes)
    {
        var rows = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(bytes.Span);
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            throw new JsonException($"{list.Name}: a list must be an object with an array of rows.");
        }

        while (reader.Read() && !(reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 1))
        {
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException($"{list.Name}: a row must be an object.");
            }

            reader.Skip();
            rows.Add(bytes[start..(int)reader.BytesConsumed]);
        }

        return rows;
    }

    private static string RowId(ReadOnlyMemory<byte> row)
    {
        var reader = new Utf8JsonReader(row.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && string.Equals(reader.GetString(), nameof(ListRow.Id), StringComparison.OrdinalIgnoreCase) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString() ?? "";
            }
        }

        return "";
    }

    /// <param name="side">True for shared values only, false for the language's own only, null for all.</param>
    private static void WriteObject(Utf8JsonWriter json, IReadOnlyList<FieldDefinition> fields, FieldHolder holder, bool? side)
    {
        json.WriteStartObject();
        if (holder is ListRow row)
        {
            json.WriteString(nameof(ListRow.Id), row.Id);
        }

        foreach (var field in fields)
        {
            if (field.Get(holder) is not { } value || (!field.IsList && side is { } wanted && wanted != field.Shared))
            {
                continue;
            }

            if (value is ListField list)
            {
                WriteList(json, field, list, side);
            }
            else if (side is null || value is not ContentField { IsEmpty: true, Unknown: null })
            {
                json.WritePropertyName(field.Name);
                JsonSerializer.Serialize(json, value, field.ClrType, Options);
            }
        }

        foreach (var member in holder.Unknown.Where(m => side is null || m.Shared == side))
        {
            json.WritePropertyName(member.Name);
            member.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, FieldDefinition field, ListField list, bool? side)
    {
        if (list.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(field.Name);
        json.WriteStartArray("Rows");
        foreach (var row in list.Items)
        {
            WriteObject(json, field.RowFields, row, side);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static FieldDefinition? Find(IReadOnlyList<FieldDefinition> fields, string name)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }
}
