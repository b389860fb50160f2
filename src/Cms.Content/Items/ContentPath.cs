namespace Cms.Content.Items;

/// <summary>Addresses of content: stored without culture (<c>agenda-21/5-2-2</c>), written with it (<c>/fr/agenda-21/5-2-2</c>).</summary>
public static class ContentPath
{
    /// <summary>Orchard Core's limit for AutoroutePart.Path.</summary>
    public const int MaxLength = 1024;

    public static string Url(string culture, string path) => path.Length == 0 ? "/" + culture : $"/{culture}/{path}";

    /// <summary>Takes the culture off an AutoroutePart's path (<c>fr/agenda-21</c> → <c>agenda-21</c>, <c>fr</c> → empty); a path without it stays.</summary>
    public static string WithoutCulture(string path, string culture)
    {
        var trimmed = path.Trim('/');
        return trimmed == culture ? "" :
            trimmed.StartsWith(culture + "/", StringComparison.Ordinal) ? trimmed[(culture.Length + 1)..] : trimmed;
    }

    /// <summary>True for a path of lower-case words of letters, digits and hyphens, with slashes between.</summary>
    public static bool IsWellFormed(string path) =>
        path.Length <= MaxLength &&
        path.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/') &&
        !path.Contains("//", StringComparison.Ordinal) && !path.StartsWith('/') && !path.EndsWith('/');
}
