using System.Text.RegularExpressions;
using Cms.Content.Fields;

namespace Cms.Content.Items;

/// <summary>Finds what Markdown links to inside the website: <c>item:&lt;set id&gt;</c> and <c>media:&lt;id&gt;</c>.</summary>
internal static partial class MarkdownReferences
{
    public static IEnumerable<Reference> Find(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown) || (!markdown.Contains("item:", StringComparison.Ordinal) && !markdown.Contains("media:", StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (Match match in Links().Matches(markdown))
        {
            yield return new Reference(match.Groups[1].ValueSpan is "item" ? Reference.Set : Reference.Media, match.Groups[2].Value);
        }
    }

    [GeneratedRegex(@"[(<\s:](item|media):([0-9A-Za-z_./-]{1,200})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Links();
}
