using System.Globalization;
using Cms.Display.Templates;

namespace Cms.Display.Maps;

/// <summary>An item at a point.</summary>
internal sealed record PlacedItem(ItemDisplay Item, MapPoint Point);

/// <summary>Gathers points that are too close to be pointed to one by one, and finds room for the names of the others.</summary>
internal static class MapSpots
{
    /// <summary>Pixels of a map as it is laid out: on a wide screen it is larger, on a telephone names give way.</summary>
    private const double Pixels = 720;

    /// <summary>Least distance of two links (WCAG 2.5.8 wants 24 pixels).</summary>
    private const double Apart = 24;

    private const double LetterWidth = 8;
    private const double LetterHeight = 18;
    private const double Radius = 13;

    private const double Scale = Pixels / MapWindow.Width;
    private static readonly string[] _sides = ["right", "left", "above", "below"];

    /// <summary>Each with the items that it stands for, from the first on.</summary>
    public static List<List<PlacedItem>> Gather(IEnumerable<PlacedItem> items, MapWindow window)
    {
        var spots = new List<List<PlacedItem>>();
        foreach (var item in items)
        {
            var near = spots.Find(spot => Distance(spot[0].Point, item.Point, window) < Apart);
            if (near is null)
            {
                spots.Add([item]);
            }
            else
            {
                near.Add(item);
            }
        }

        return spots;
    }

    /// <summary>Gives each spot that has room the side on which its label stands.</summary>
    public static List<MapSpot> Label(IReadOnlyList<MapSpot> spots)
    {
        var taken = spots.Select(spot => Around(At(spot))).ToList();
        return [.. spots.Select(spot => Named(spot, taken))];
    }

    public static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static MapSpot Named(MapSpot spot, List<Box> taken)
    {
        foreach (var side in _sides)
        {
            var box = Box.Of(At(spot), side, spot.Label.Length * LetterWidth);
            if (box.IsInside && !taken.Exists(box.Touches))
            {
                taken.Add(box);
                return spot with { Side = side, IsNamed = true };
            }
        }

        return spot;
    }

    private static (double X, double Y) At(MapSpot spot) => (Number(spot.X) / 100 * Pixels, Number(spot.Y) / 100 * Pixels * MapWindow.Height / MapWindow.Width);

    private static double Number(string percent) => double.Parse(percent, CultureInfo.InvariantCulture);

    private static Box Around((double X, double Y) at) => new(at.X - Radius, at.Y - Radius, at.X + Radius, at.Y + Radius);

    private static double Distance(MapPoint one, MapPoint other, MapWindow window) =>
        Math.Max(Math.Abs(window.X(one.Longitude) - window.X(other.Longitude)), Math.Abs(window.Y(one.Latitude) - window.Y(other.Latitude))) * Scale;

    private sealed record Box(double Left, double Top, double Right, double Bottom)
    {
        public bool IsInside => Left >= 0 && Top >= 0 && Right <= Pixels && Bottom <= Pixels * MapWindow.Height / MapWindow.Width;

        public static Box Of((double X, double Y) at, string side, double width) => side switch
        {
            "right" => new Box(at.X + Radius + 1, at.Y - (LetterHeight / 2), at.X + Radius + width, at.Y + (LetterHeight / 2)),
            "left" => new Box(at.X - Radius - width, at.Y - (LetterHeight / 2), at.X - Radius - 1, at.Y + (LetterHeight / 2)),
            "above" => new Box(at.X - (width / 2), at.Y - Radius - LetterHeight, at.X + (width / 2), at.Y - Radius - 1),
            _ => new Box(at.X - (width / 2), at.Y + Radius + 1, at.X + (width / 2), at.Y + Radius + LetterHeight),
        };

        public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
