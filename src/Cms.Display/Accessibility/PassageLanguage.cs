using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Cms.Core.Errors;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cms.Display.Accessibility;

/// <summary>
/// Passages in the other language that nothing marks as such, which a screen reader would read out with the wrong sounds (RGAA 8.7). Told by small words, so it
/// is a hint only.
/// </summary>
internal static partial class PassageLanguage
{
    /// <summary>Words looked at together.</summary>
    private const int Window = 8;

    /// <summary>So many different small words of the other language, and none of the text's own, make a passage.</summary>
    private const int Enough = 3;

    private const int LongestExcerpt = 60;

    private static readonly FrozenDictionary<string, FrozenSet<string>> _small = new Dictionary<string, FrozenSet<string>>
    {
        ["fr"] = Set("le la les l un une des du de et est dans pour avec sur qui que ce cette ces au aux par ne pas nous vous il elle ils elles sont ont été leur leurs sa ses mais où plus à"),
        ["en"] = Set("the of and for with to is are in from by this that which was were be has have will not at an it its your our their we you they but where more what who"),
    }.ToFrozenDictionary();

    public static IEnumerable<Found> Check(MarkdownDocument document, string language)
    {
        var own = language.Split('-')[0].ToLowerInvariant();
        if (!_small.TryGetValue(own, out var ours))
        {
            yield break;
        }

        foreach (var (other, theirs) in _small.Where(entry => entry.Key != own))
        {
            foreach (var block in document.Descendants<LeafBlock>().Where(block => block is not CodeBlock))
            {
                if (Passage([.. Word().Matches(TextOf(block)).Select(match => match.Value)], ours, theirs) is { } passage)
                {
                    yield return new Found(FindingSeverity.Hint, new Failure("accessibility.language", null, passage, other));
                }
            }
        }
    }

    private static string? Passage(string[] words, FrozenSet<string> ours, FrozenSet<string> theirs)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var some = words.Skip(at).Take(Window).ToList();
            var small = some.Select(word => word.ToLowerInvariant()).ToList();
            if (small.Where(theirs.Contains).Distinct().Count() >= Enough && !small.Exists(ours.Contains))
            {
                var text = string.Join(' ', some);
                return text.Length > LongestExcerpt ? text[..LongestExcerpt] + "…" : text;
            }
        }

        return null;
    }

    /// <summary>The text of a block without its passages that are marked, code and addresses.</summary>
    private static string TextOf(LeafBlock block)
    {
        var text = new System.Text.StringBuilder();
        Add(block.Inline);
        return text.ToString();

        void Add(ContainerInline? container)
        {
            foreach (var inline in container ?? [])
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        text.Append(literal.Content.AsSpan());
                        break;
                    case LinkInline link when MarkdownCheck.IsPassage(link):
                        text.Append(" | ");
                        break;
                    case ContainerInline inner:
                        Add(inner);
                        break;
                    default:
                        text.Append(' ');
                        break;
                }
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
