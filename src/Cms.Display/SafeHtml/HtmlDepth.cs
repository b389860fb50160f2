namespace Cms.Display.SafeHtml;

/// <summary>
/// Bounds the nesting of markup without parsing it. An end tag counts only when it closes the innermost open element, so the count is never lower than
/// what a parser would build. From the first construct on whose end a short scan can not know for sure (declarations, comments, raw text), end tags no
/// longer count at all.
/// </summary>
public static class HtmlDepth
{
    private const int MaxUnsure = 1500;

    private static readonly string[] _unsure =
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "template", "svg", "math", "select", "frameset"];

    public static bool IsWithin(string html, int most)
    {
        var open = new Stack<string>();
        var unsure = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            at++;
            var closing = html[at] == '/';
            var start = closing ? at + 1 : at;
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                unsure = Math.Max(unsure, closing || html[at] is '!' or '?' ? 1 : 0);
                continue;
            }

            at = Count(html, start, closing, open, ref unsure);
            if (unsure > MaxUnsure || open.Count > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts one tag and gives the place after it.</summary>
    private static int Count(string html, int start, bool closing, Stack<string> open, ref int unsure)
    {
        var name = NameAt(html, start);
        var end = EndOfTag(html, start + name.Length);
        if (unsure > 0 || end < 0 || _unsure.Contains(name))
        {
            unsure += closing ? 0 : 1;
        }
        else if (!HtmlRules.Void.Contains(name))
        {
            Count(open, name, closing);
        }

        return end < 0 ? start : end;
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && html[end] is not ('>' or '/') && !char.IsWhiteSpace(html[end]))
        {
            end++;
        }

        return html[start..end].ToLowerInvariant();
    }

    /// <summary>The place of the &gt; that ends a tag written by the book, or -1: then what looks like its attributes is counted as tags.</summary>
    private static int EndOfTag(string html, int at)
    {
        while (true)
        {
            at = SkipSpace(html, at);
            if (at < html.Length && html[at] == '>' || at + 1 < html.Length && html[at] == '/' && html[at + 1] == '>')
            {
                return html.IndexOf('>', at);
            }

            var value = SkipSpace(html, SkipUntil(html, at, "\"'<>/="));
            if (value >= html.Length || value == at)
            {
                return -1;
            }

            at = html[value] == '=' ? EndOfValue(html, SkipSpace(html, value + 1)) : value;
            if (at < 0)
            {
                return -1;
            }
        }
    }

    private static int EndOfValue(string html, int at)
    {
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var quote = html.IndexOf(html[at], at + 1);
            return quote < 0 ? -1 : quote + 1;
        }

        var end = SkipUntil(html, at, "\"'=<>`");
        return end == at || end < html.Length && html[end] is not '>' && !char.IsWhiteSpace(html[end]) ? -1 : end;
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipUntil(string html, int at, string stops)
    {
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && !stops.Contains(html[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static void Count(Stack<string> open, string name, bool closing)
    {
        var isInnermost = open.TryPeek(out var top) && top == name;
        if (closing && isInnermost)
        {
            open.Pop();
        }
        else if (!closing && !(isInnermost && name is "p" or "li"))
        {
            open.Push(name);
        }
    }
}
