using Cms.Content.Fields;

namespace Cms.Display.Templates;

/// <summary>A file of the media folder as a page shows it.</summary>
/// <param name="Text">Alternative text of a picture, empty for a decorative one (RGAA 1.2); what a link to a document says.</param>
public sealed record MediaDisplay(string Path, string Text)
{
    private static readonly string[] _pictures = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Url => "/media/" + string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));

    public bool IsPicture => _pictures.Contains(System.IO.Path.GetExtension(Path), StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<MediaDisplay> Of(MediaField field) => [.. field.Paths.Select((path, number) => new MediaDisplay(path, field.MediaTexts.ElementAtOrDefault(number) ?? ""))];
}
