using System.Text.RegularExpressions;

namespace Cms.Architecture.Tests.Texts;

/// <summary>A translated text of a PO file.</summary>
/// <param name="Context">Empty for a text that holds everywhere.</param>
internal sealed record PoText(string Context, string Id, string? Plural, IReadOnlyList<string> Forms)
{
    public bool IsFailure => Context == PoFile.Failures;
}

/// <summary>Reads a PO file as strictly as our own files are written.</summary>
internal static partial class PoFile
{
    /// <summary>Context of the sentences for failures.</summary>
    public const string Failures = "errors";

    /// <returns>No texts when the project has no file of that culture.</returns>
    public static IReadOnlyList<PoText> Of(Project project, string culture)
    {
        var file = $"{project.Folder}/Localization/{culture}.po";
        return Repository.Files.Contains(file) ? [.. Parse(Repository.Read(file)).Where(text => text.Id.Length > 0)] : [];
    }

    private static IEnumerable<PoText> Parse(string file) => file.Split("\n\n").Select(block => Entry(block)).OfType<PoText>();

    private static PoText? Entry(string block)
    {
        var lines = new List<(string Keyword, string Text)>();
        foreach (var match in block.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success))
        {
            var text = Regex.Unescape(match.Groups[2].Value);
            if (match.Groups[1].Length > 0)
            {
                lines.Add((match.Groups[1].Value, text));
            }
            else
            {
                lines[^1] = (lines[^1].Keyword, lines[^1].Text + text);
            }
        }

        return lines.Count == 0 ? null : new PoText(
            lines.Find(line => line.Keyword == "msgctxt").Text ?? "",
            lines.Single(line => line.Keyword == "msgid").Text,
            lines.Find(line => line.Keyword == "msgid_plural").Text,
            [.. lines.Where(line => line.Keyword.StartsWith("msgstr", StringComparison.Ordinal)).Select(line => line.Text)]);
    }

    [GeneratedRegex("""^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)?\s*"(.*)"\s*$""")]
    private static partial Regex Line();
}
