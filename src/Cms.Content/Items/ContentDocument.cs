using System.Text.Json;
using Cms.Content.Types;

namespace Cms.Content.Items;

/// <summary>
/// The JSON of one item: its own document and the one its set shares, cut into parts without parsing them. A part is parsed when it is asked for; parts
/// that nobody altered are written back byte for byte.
/// </summary>
public sealed class ContentDocument
{
    private readonly Dictionary<string, Slice> _slices;
    private readonly Dictionary<string, Slice> _read;
    private readonly Dictionary<string, ContentPart> _parts = [];
    private readonly Dictionary<string, PartDefinition> _altered = [];

    private ContentDocument(Dictionary<string, Slice> slices) => (_slices, _read) = (slices, new(slices));

    /// <summary>Bytes of JSON that were read.</summary>
    public int Length => _read.Values.Sum(slice => slice.Own.Length + slice.Shared.Length);

    public static ContentDocument New() => new([]);

    /// <param name="own">JSON object of parts, or empty.</param>
    /// <param name="shared">JSON object of parts, or empty.</param>
    /// <exception cref="JsonException">One of them is no JSON object.</exception>
    public static ContentDocument Read(ReadOnlyMemory<byte> own, ReadOnlyMemory<byte> shared)
    {
        var slices = new Dictionary<string, Slice>();
        Cut(own, slices, static (slice, bytes) => slice with { Own = bytes });
        Cut(shared, slices, static (slice, bytes) => slice with { Shared = bytes });
        return new ContentDocument(slices);
    }

    /// <summary>Names of the parts that have stored data, whether the type defines them or not.</summary>
    public IEnumerable<string> PartNames => _slices.Keys.Union(_altered.Keys);

    public ContentPart Part(PartDefinition definition)
    {
        // A frozen document is read by several requests at once.
        lock (_parts)
        {
            if (!_parts.TryGetValue(definition.Name, out var part))
            {
                var slice = _slices.GetValueOrDefault(definition.Name);
                _parts[definition.Name] = part = PartSerializer.Read(definition, slice?.Own ?? default, slice?.Shared ?? default);
            }

            return part;
        }
    }

    /// <summary>Lets nobody change the document any more, so that it can be shared.</summary>
    public void Freeze() => IsFrozen = true;

    public bool IsFrozen { get; private set; }

    /// <exception cref="InvalidOperationException">The document is frozen.</exception>
    public void MarkAltered(PartDefinition definition)
    {
        if (IsFrozen)
        {
            throw new InvalidOperationException("This item is shared by public pages: read it from the content store to change it.");
        }

        _altered[definition.Name] = definition;
    }

    /// <summary>Puts the JSON of a part that no definition knows, to be kept.</summary>
    /// <returns>False when it is what is there already.</returns>
    internal bool Keep(string part, byte[] json)
    {
        if (_slices.TryGetValue(part, out var there) && there.Own.Span.SequenceEqual(json))
        {
            return false;
        }

        _slices[part] = new Slice(json, default);
        return true;
    }

    /// <summary>
    /// The two documents as they are to be stored, and whether they differ from what was read. Asked again, it answers the same: a write may be refused
    /// and the item be saved a second time.
    /// </summary>
    public SavedDocument Save()
    {
        foreach (var definition in _altered.Values)
        {
            var sides = PartSerializer.Write(definition, _parts[definition.Name]);
            _slices[definition.Name] = new Slice(sides.Own, sides.Shared);
        }

        _altered.Clear();
        var (own, shared) = (Join(_slices, slice => slice.Own), Join(_slices, slice => slice.Shared));
        return new SavedDocument(own, shared, Differs(own, slice => slice.Own), Differs(shared, slice => slice.Shared));
    }

    /// <summary>Writes a part that no definition knows, own and shared values together.</summary>
    internal void WriteUnknown(Utf8JsonWriter json, string part)
    {
        if (_slices.GetValueOrDefault(part) is { Own: { Length: > 0 } own } && own.Span[0] == '[')
        {
            using var array = JsonDocument.Parse(own);
            array.WriteTo(json);
            return;
        }

        var definition = new PartDefinition(part, null, []);
        PartSerializer.WriteWhole(json, definition, Part(definition));
    }

    private bool Differs(byte[] now, Func<Slice, ReadOnlyMemory<byte>> side) => !now.AsSpan().SequenceEqual(Join(_read, side));

    private static byte[] Join(Dictionary<string, Slice> slices, Func<Slice, ReadOnlyMemory<byte>> side)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, PartSerializer.Writer))
        {
            json.WriteStartObject();
            foreach (var (name, slice) in slices)
            {
                var bytes = side(slice);
                if (bytes.Length > 2)
                {
                    json.WritePropertyName(name);
                    json.WriteRawValue(bytes.Span, skipInputValidation: true);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Cut(ReadOnlyMemory<byte> document, Dictionary<string, Slice> slices, Func<Slice, ReadOnlyMemory<byte>, Slice> put)
    {
        if (document.Length <= 2)
        {
            return;
        }

        var reader = new Utf8JsonReader(document.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A content document must be a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            slices[name] = put(slices.GetValueOrDefault(name) ?? new Slice(default, default), document[start..(int)reader.BytesConsumed]);
        }
    }

    private sealed record Slice(ReadOnlyMemory<byte> Own, ReadOnlyMemory<byte> Shared);
}

/// <summary>A content document as it is to be stored.</summary>
public sealed record SavedDocument(byte[] Own, byte[] Shared, bool OwnChanged, bool SharedChanged);
