using System.Globalization;

namespace Cms.Core.Localization;

/// <summary>
/// The places of PO files, Orchard Core's where they make sense, the later winning: in the program's folder, then in the operator's,
/// <c>&lt;extension&gt;/fr.po</c> · <c>fr.po</c> · <c>&lt;extension&gt;-fr.po</c> · <c>fr/&lt;extension&gt;.po</c> · every file of <c>fr/</c>.
/// </summary>
internal static class PoPlaces
{
    public static IEnumerable<string> Files(PoOptions options, CultureInfo culture)
    {
        string?[] roots = [options.ProgramFolder, options.DataFolder];
        return roots.OfType<string>().SelectMany(root => Candidates(root, culture.Name, options.Extensions)).Where(File.Exists).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Candidates(string root, string culture, IList<string> extensions)
    {
        var folder = Path.Combine(root, culture);
        return extensions.Select(id => Path.Combine(root, id, $"{culture}.po"))
            .Append(Path.Combine(root, $"{culture}.po"))
            .Concat(extensions.Select(id => Path.Combine(root, $"{id}-{culture}.po")))
            .Concat(extensions.Select(id => Path.Combine(folder, $"{id}.po")))
            .Concat(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.po").Order(StringComparer.Ordinal) : []);
    }
}
