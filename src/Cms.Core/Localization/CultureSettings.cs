using System.Globalization;

namespace Cms.Core.Localization;

/// <summary>The languages of the website, from <c>Cms:Cultures</c>. The first is the default one.</summary>
public sealed class CultureSettings
{
    private readonly Dictionary<string, CultureInfo> _formats;

    /// <param name="names">Language codes as they stand in addresses: <c>fr</c>, <c>en</c>.</param>
    /// <exception cref="CultureNotFoundException">A code is not a known language.</exception>
    public CultureSettings(params IReadOnlyList<string> names)
    {
        Names = names.Count > 0 ? names : throw new ArgumentException("At least one culture is needed.", nameof(names));
        _formats = names.ToDictionary(name => name, FormatOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Codes in the order of the setting; the first is the default.</summary>
    public IReadOnlyList<string> Names { get; }

    public string Default => Names[0];

    public bool Supports(string? name) => name is not null && Names.Contains(name);

    /// <summary>The culture that numbers, dates and plurals of a language follow: en is British (en-GB), fr is fr-FR.</summary>
    public CultureInfo Format(string name) => _formats[name];

    private static CultureInfo FormatOf(string name) => name switch
    {
        "fr" => CultureInfo.GetCultureInfo("fr-FR"),
        "en" => CultureInfo.GetCultureInfo("en-GB"),
        _ => CultureInfo.GetCultureInfo(name, predefinedOnly: true),
    };
}
