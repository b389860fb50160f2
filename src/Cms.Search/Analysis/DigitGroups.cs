namespace Cms.Search.Analysis;

/// <summary>Numbers written in groups: thousands (38 000, 38,000) and telephone numbers (05 59 11 45 33, 05.59.11.45.33).</summary>
internal static class DigitGroups
{
    private const int PhoneGroups = 5;
    private const int MostThousands = 5;

    /// <summary>How many of the runs from <paramref name="first"/> on make one number; 0 when they make none.</summary>
    public static int Count(string text, IReadOnlyList<Run> runs, int first)
    {
        if (!IsNumber(text, runs[first], 1, 3) || (first > 0 && Continues(text, runs, first)))
        {
            return 0;
        }

        var thousands = Following(text, runs, first, 3, MostThousands);
        if (thousands > 0)
        {
            return thousands + 1;
        }

        var pairs = IsNumber(text, runs[first], 2, 2) ? Following(text, runs, first, 2, PhoneGroups) : 0;
        return pairs == PhoneGroups - 1 ? PhoneGroups : 0;
    }

    private static int Following(string text, IReadOnlyList<Run> runs, int first, int digits, int most)
    {
        var count = 0;
        while (count <= most && first + count + 1 < runs.Count && Continues(text, runs, first + count + 1)
            && IsNumber(text, runs[first + count + 1], digits, digits))
        {
            count++;
        }

        var next = first + count + 1;
        return next < runs.Count && Continues(text, runs, next) && IsNumber(text, runs[next], 1, int.MaxValue) ? 0 : count;
    }

    /// <summary>One separator that groups digits stands between this run and the one before it.</summary>
    private static bool Continues(string text, IReadOnlyList<Run> runs, int index)
    {
        var end = runs[index - 1].End;
        return runs[index].Start == end + 1 && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1])
            && text[end] is ' ' or '\u00A0' or '\u202F' or '\u2009' or ',' or '.';
    }

    private static bool IsNumber(string text, Run run, int least, int most)
    {
        if (run.Length < least || run.Length > most)
        {
            return false;
        }

        foreach (var character in text.AsSpan(run.Start, run.Length))
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
