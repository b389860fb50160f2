using System.Text.Encodings.Web;
using System.Text.Json;
using Cms.Core.Hosting;
using Cms.Display.Maps;
using Cms.Display.Pages;
using Cms.Display.Templates;

namespace Cms.OpenData;

/// <summary>The points of a list as GeoJSON (RFC 7946): longitude before latitude, WGS 84. An item without a point is a feature without geometry.</summary>
internal sealed class GeoJson(ListReader reader, IEnumerable<IMapSource> sources, WebsiteSettings website)
{
    /// <summary>The file is no markup and is never taken for it (nosniff), so letters go as they are.</summary>
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync(Stream body, NarrowedList list, string culture, CancellationToken token)
    {
        var source = sources.First(source => source.Type == list.All.Type);
        await using var json = new Utf8JsonWriter(body, _options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("license", "etalab-2.0");
        json.WriteStartArray("features");
        await foreach (var page in reader.ReadAsync(list, culture, token))
        {
            foreach (var item in page)
            {
                Write(json, item, source);
            }

            await json.FlushAsync(token);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(token);
    }

    private void Write(Utf8JsonWriter json, ItemDisplay item, IMapSource source)
    {
        var points = source.Points(item).ToList();
        for (var index = 0; index < points.Count; index++)
        {
            Feature(json, points.Count == 1 ? item.Item.LocalizationSet : FormattableString.Invariant($"{item.Item.LocalizationSet}-{index + 1}"), item, points[index]);
        }

        if (points.Count == 0)
        {
            Feature(json, item.Item.LocalizationSet, item, null);
        }
    }

    private void Feature(Utf8JsonWriter json, string id, ItemDisplay item, MapPoint? point)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        if (point is null)
        {
            json.WriteNull("geometry");
        }
        else
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Properties(json, item, point);
        json.WriteEndObject();
    }

    private void Properties(Utf8JsonWriter json, ItemDisplay item, MapPoint? point)
    {
        json.WriteStartObject("properties");
        json.WriteString("title", item.Title);
        Text("url", item.Url is { } url ? new Uri(website.BaseUrl, url).AbsoluteUri : null);
        Text("summary", item.Summary);
        json.WriteString("language", item.Item.Culture);
        Text("publisher", item.Publisher?.Title);
        Text("place", point?.Name);
        Text("organisation", point?.Who);
        Text("note", point?.Note);
        json.WriteEndObject();

        void Text(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                json.WriteString(name, text);
            }
        }
    }
}
