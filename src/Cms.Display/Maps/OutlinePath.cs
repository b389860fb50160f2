using System.Globalization;
using System.Text;

namespace Cms.Display.Maps;

/// <summary>Draws outlines as path data of SVG, in whole units of a <see cref="MapWindow"/>.</summary>
internal static class OutlinePath
{
    private const double Beyond = .01;

    /// <summary>Closed shapes, cut off at the window's edges (Sutherland and Hodgman).</summary>
    public static string Land(IEnumerable<(double X, double Y)[]> rings, MapWindow window)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            Append(path, Clip(ring, window), window, 'z');
        }

        return path.ToString();
    }

    /// <summary>Lines, without what is outside of the window.</summary>
    public static string Borders(IEnumerable<(double X, double Y)[]> lines, MapWindow window)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            var run = new List<(double X, double Y)>();
            for (var index = 0; index < line.Length; index++)
            {
                if (Inside(line[index], window) || (index > 0 && Inside(line[index - 1], window)) || (index + 1 < line.Length && Inside(line[index + 1], window)))
                {
                    run.Add(line[index]);
                }
                else
                {
                    Append(path, run, window, null);
                    run.Clear();
                }
            }

            Append(path, run, window, null);
        }

        return path.ToString();
    }

    private static bool Inside((double X, double Y) point, MapWindow window) =>
        point.X >= window.West && point.X <= window.East && point.Y >= window.South && point.Y <= window.North;

    private static List<(double X, double Y)> Clip(IReadOnlyList<(double X, double Y)> ring, MapWindow window)
    {
        // A little outside, where the cuts are not seen.
        var (x, y) = ((window.East - window.West) * Beyond, (window.North - window.South) * Beyond);
        var points = Clip(ring, point => point.X - window.West + x);
        points = Clip(points, point => window.East + x - point.X);
        points = Clip(points, point => point.Y - window.South + y);
        return Clip(points, point => window.North + y - point.Y);
    }

    /// <param name="within">How far a point is on the side that is kept; negative on the other.</param>
    private static List<(double X, double Y)> Clip(IReadOnlyList<(double X, double Y)> points, Func<(double X, double Y), double> within)
    {
        var kept = new List<(double X, double Y)>(points.Count);
        for (var index = 0; index < points.Count; index++)
        {
            var (from, to) = (points[(index + points.Count - 1) % points.Count], points[index]);
            var (before, after) = (within(from), within(to));
            if (before >= 0 != after >= 0)
            {
                var part = before / (before - after);
                kept.Add((from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y))));
            }

            if (after >= 0)
            {
                kept.Add(to);
            }
        }

        return kept;
    }

    private static void Append(StringBuilder path, List<(double X, double Y)> points, MapWindow window, char? end)
    {
        var units = points.ConvertAll(point => (X: (int)Math.Round(window.X(point.X)), Y: (int)Math.Round(window.Y(point.Y))));
        var least = end is null ? 2 : 3;
        if (units.Distinct().Take(least).Count() < least)
        {
            return;
        }

        path.Append(CultureInfo.InvariantCulture, $"M{units[0].X} {units[0].Y}l");
        var first = true;
        for (var index = 1; index < units.Count; index++)
        {
            var (x, y) = (units[index].X - units[index - 1].X, units[index].Y - units[index - 1].Y);
            if (x != 0 || y != 0)
            {
                path.Append(first || x < 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{x}{(y < 0 ? "" : " ")}{y}");
                first = false;
            }
        }

        path.Append(end);
    }
}
