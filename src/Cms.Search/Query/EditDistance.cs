namespace Cms.Search.Query;

/// <summary>How many letters were mistyped: inserted, left out, changed, or swapped with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is greater.</summary>
    /// <param name="left">At most <see cref="Analysis.Folding.MaxLength"/> letters, as <paramref name="right"/>.</param>
    public static int Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        var width = right.Length + 1;
        Span<int> before = stackalloc int[width];
        Span<int> previous = stackalloc int[width];
        Span<int> current = stackalloc int[width];
        for (var column = 0; column < width; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column < width; column++)
            {
                current[column] = Cell(left, right, row, column, before, previous, current);
                least = Math.Min(least, current[column]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[right.Length], most + 1);
    }

    private static int Cell(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, int row, int column, Span<int> before, Span<int> previous, Span<int> current)
    {
        var same = left[row - 1] == right[column - 1];
        var cost = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + (same ? 0 : 1));
        var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
        return swapped ? Math.Min(cost, before[column - 2] + 1) : cost;
    }
}
