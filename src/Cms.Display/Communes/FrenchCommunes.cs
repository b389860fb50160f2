using System.Globalization;

namespace Cms.Display.Communes;

/// <summary>A commune of France, or an arrondissement of Paris, Lyon or Marseille.</summary>
/// <param name="Code">INSEE code: five characters.</param>
/// <param name="PostalCodes">None for the few that nobody lives in.</param>
public sealed record Commune(string Code, string Name, IReadOnlyList<string> PostalCodes);

/// <summary>
/// The communes of France as of 2026. Read when somebody first looks for one. The file is made from the package @etalab/decoupage-administratif by
/// <c>communes.mjs</c>.
/// </summary>
public static class FrenchCommunes
{
    private const string Resource = "Communes.txt";

    /// <summary>Accents, case, hyphens and apostrophes do not matter: « saint etienne » is Saint-Étienne.</summary>
    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    private static readonly Lazy<IReadOnlyList<Commune>> _all = new(Read);

    /// <summary>The commune of an INSEE code; null where there is none.</summary>
    public static Commune? Of(string code) => _all.Value.FirstOrDefault(commune => commune.Code == code);

    /// <summary>Communes whose name has some words in it, those first that begin with them; or those of a postcode or INSEE code.</summary>
    /// <param name="limit">Most that are given.</param>
    public static IReadOnlyList<Commune> Find(string text, int limit)
    {
        var words = text.Trim();
        if (words.Length == 0)
        {
            return [];
        }

        var comparison = CultureInfo.InvariantCulture.CompareInfo;
        return char.IsAsciiDigit(words[0])
            ? [.. _all.Value.Where(commune => commune.Code == words || commune.PostalCodes.Contains(words)).Take(limit)]
            : [.. _all.Value
                .Select(commune => (Commune: commune, Rank: comparison.Compare(commune.Name, words, Alike) == 0 ? 0 : comparison.IsPrefix(commune.Name, words, Alike) ? 1 : comparison.IndexOf(commune.Name, words, Alike) >= 0 ? 2 : 3))
                .Where(found => found.Rank < 3)
                .OrderBy(found => found.Rank)
                .Take(limit)
                .Select(found => found.Commune)];
    }

    private static List<Commune> Read()
    {
        using var stream = typeof(FrenchCommunes).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var communes = new List<Commune>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            communes.Add(new Commune(cells[0], cells[1], cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return communes;
    }
}
