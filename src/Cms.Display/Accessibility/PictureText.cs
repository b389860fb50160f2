using System.Text.RegularExpressions;
using Cms.Core.Errors;

namespace Cms.Display.Accessibility;

/// <summary>Whether a picture says what it shows to those who do not see it, or is meant to decorate (RGAA 1.1, 1.2, 1.3).</summary>
internal static partial class PictureText
{
    /// <summary>The file is a picture, as its name says.</summary>
    public static bool IsPicture(string path) => PictureFile().IsMatch(path);

    /// <summary>No text marks a decorative picture: that may be meant, or forgotten. A file's name is no text.</summary>
    public static IEnumerable<Found> Check(string text) => text.Trim() switch
    {
        "" => [new Found(FindingSeverity.Warning, new Failure("accessibility.picture-decorative"))],
        var words when PictureFile().IsMatch(words) || FileName().IsMatch(words) => [new Found(FindingSeverity.Error, new Failure("accessibility.picture-name", null, words))],
        _ => [],
    };

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PictureFile();

    /// <summary>What cameras and programs call their files, and words that stand for any picture.</summary>
    [GeneratedRegex(@"^(?:(?:img|dsc|dscn|dscf|pict?|image|photo|picture|capture|screenshot|scan)[ _-]?\d*|image|photo|photographie|picture|illustration|logo)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileName();
}
