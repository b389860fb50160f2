using System.Text.RegularExpressions;

namespace Cms.Architecture.Tests;

/// <summary>Reads what a README says of files.</summary>
internal static partial class Readme
{
    /// <summary>Everything between backticks that looks like a path.</summary>
    public static IEnumerable<string> Paths(string markdown) => Code().Matches(markdown).Select(match => match.Groups[1].Value.TrimEnd('/')).Where(code => Path().IsMatch(code));

    /// <summary>Rows of the tables under a heading, cell by cell.</summary>
    public static IEnumerable<string[]> Rows(string markdown, string heading) => markdown.Split('\n')
        .SkipWhile(line => !line.StartsWith('#') || !line.TrimStart('#').Trim().Equals(heading, StringComparison.OrdinalIgnoreCase))
        .Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line.Trim('|').Split('|'));

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w.\-]+(/[\w.\-*]+)*/?$")]
    private static partial Regex Path();
}
