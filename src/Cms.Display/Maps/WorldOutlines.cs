using System.Globalization;

namespace Cms.Display.Maps;

/// <summary>
/// Land and borders of the world in three levels of detail: the whole, a part of it, France. Read when the first map is drawn. The file is made from the
/// package world-atlas (Natural Earth) by <c>world-outlines.mjs</c>: a line a ring or border, its first point and then differences, in parts of a degree.
/// </summary>
public static class WorldOutlines
{
    private const string Resource = "WorldOutlines.txt";

    /// <summary>Degrees of longitude from which on the coarse outlines do.</summary>
    private const double Wide = 75;

    private static readonly Lazy<IReadOnlyList<Level>> _levels = new(Read);

    /// <summary>Land and borders within a window.</summary>
    public static MapDrawing Draw(MapWindow window)
    {
        var level = _levels.Value.FirstOrDefault(level => level.Kind == "detail" && level.Extent.Contains(window))
            ?? _levels.Value.First(level => level.Kind == (window.East - window.West > Wide ? "world" : "region"));
        return new MapDrawing(
            OutlinePath.Land(level.Land.Where(outline => outline.Extent.Touches(window)).Select(outline => outline.Points), window),
            OutlinePath.Borders(level.Borders.Where(outline => outline.Extent.Touches(window)).Select(outline => outline.Points), window));
    }

    private static List<Level> Read()
    {
        using var stream = typeof(WorldOutlines).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var levels = new List<Level>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "level")
            {
                levels.Add(new Level(words[1], Number(words[2]), new MapWindow(Number(words[3]), Number(words[4]), Number(words[5]), Number(words[6])), [], []));
            }
            else
            {
                (words[0] == "l" ? levels[^1].Land : levels[^1].Borders).Add(Outline(words, levels[^1].Parts));
            }
        }

        return levels;
    }

    private static Outline Outline(string[] words, double parts)
    {
        var points = new (double X, double Y)[(words.Length - 1) / 2];
        var (x, y) = (0d, 0d);
        for (var index = 0; index < points.Length; index++)
        {
            (x, y) = (x + Number(words[(2 * index) + 1]), y + Number(words[(2 * index) + 2]));
            points[index] = (x / parts, y / parts);
        }

        return new Outline(points, new MapWindow(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Level(string Kind, double Parts, MapWindow Extent, List<Outline> Land, List<Outline> Borders);
}

/// <summary>A coast or a border: longitudes and latitudes.</summary>
internal sealed record Outline((double X, double Y)[] Points, MapWindow Extent);

/// <summary>Path data of SVG.</summary>
public sealed record MapDrawing(string Land, string Borders);
