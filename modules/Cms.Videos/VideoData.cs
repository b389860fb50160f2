using System.Globalization;
using Cms.Display.LinkedData;
using Cms.Display.SafeHtml;
using Cms.Display.Templates;

namespace Cms.Videos;

/// <summary>A film in the words of schema.org, as far as it is known: its address, its length and its transcript may be missing.</summary>
internal static class VideoData
{
    public static void Describe(ItemDisplay<Video> item, DataNode node) => node
        .Type("VideoObject")
        .Url("contentUrl", item.Part.Film.Url)
        .Text("duration", item.Part.Film.Duration is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S") : null)
        .Text("uploadDate", item.Part.Date.Start)
        .Text("transcript", MarkdownText.ToPlainText(item.Part.Transcript.Markdown).Trim())
        .Text("inLanguage", item.Item.Culture)
        .Items("actor", item.Items(item.Part.Persons))
        .Items("about", item.Items(item.Part.About));
}
