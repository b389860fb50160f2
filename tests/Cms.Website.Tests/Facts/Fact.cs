using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cms.Website.Tests.Facts;

/// <summary>One sentence of a source document: what of it must be shown, where, and what a visitor types to get there.</summary>
/// <param name="Document">Name of the file in <c>tests/Documents</c>, without its extension.</param>
/// <param name="Sentence">Its number in the document; a sentence that stands on several pages has several rows.</param>
/// <param name="Source">The sentence as the document has it, in French.</param>
/// <param name="Page">Address of the page that says it.</param>
/// <param name="Facts">Words that stand in the page's <c>main</c>.</param>
/// <param name="Query">Words of a search.</param>
/// <param name="Result">Address that is among the first results of the search.</param>
public sealed partial record Fact(string Document, int Sentence, string Source, string Page, IReadOnlyList<string> Facts, string Query, string Result)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>The rows of <c>tests/facts.fr.json</c> or <c>tests/facts.en.json</c>.</summary>
    public static IReadOnlyList<Fact> Of(string culture) =>
        JsonSerializer.Deserialize<List<Fact>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"facts.{culture}.json")), _json)!;

    /// <summary>The source documents by name, each on one line.</summary>
    public static IReadOnlyDictionary<string, string> Documents() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Documents")).ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => OneLine(File.ReadAllText(file)));

    /// <summary>The text with every run of white space, no-break spaces too, as one space, and 1ᵉʳ as 1er: pages raise letters by markup.</summary>
    public static string OneLine(string text) => Space().Replace(text.Normalize(NormalizationForm.FormKC), " ").Trim();

    public override string ToString() => $"{Document}/{Sentence} {Page}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
