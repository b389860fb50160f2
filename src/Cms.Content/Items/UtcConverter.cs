using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cms.Content.Items;

/// <summary>Writes moments as <c>yyyy-MM-ddTHH:mm:ssZ</c> (Orchard Core's DateTimeJsonConverter), reads fractions and offsets too.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Utc.Text(value));
}
