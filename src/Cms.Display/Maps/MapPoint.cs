using Cms.Display.Templates;

namespace Cms.Display.Maps;

/// <summary>A position of an item on a map.</summary>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Label">What stands beside the point: a town.</param>
/// <param name="Name">Where it is, in full: town and country.</param>
/// <param name="Area">The part of the map that it is shown on.</param>
public sealed record MapPoint(double Latitude, double Longitude, string Label, string Name, MapArea Area)
{
    /// <summary>Who is there, for data files; empty where the item itself is.</summary>
    public string Who { get; init; } = "";

    /// <summary>What the position stands for when it is not exact.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A part of a map that visitors can enlarge.</summary>
/// <param name="Code">Value of the query key <c>zoom</c>, the same in every language.</param>
/// <param name="Name">In the reader's language.</param>
public sealed record MapArea(string Code, string Name);

/// <summary>Where the items of a type are: gives the type's list a map, and its positions a data file.</summary>
public interface IMapSource
{
    /// <summary>Content type.</summary>
    string Type { get; }

    /// <summary>Title of the map in the reader's language.</summary>
    string Title { get; }

    /// <summary>True when the first view shows every point; else it is the area with the most points.</summary>
    bool BeginsWide { get; }

    /// <summary>Degrees of latitude that a view shows at least, so that one town does not fill it.</summary>
    double SmallestSpan { get; }

    IEnumerable<MapPoint> Points(ItemDisplay item);

    /// <summary>What the small map on an item's own page shows; null for types whose pages have none.</summary>
    MapWindow? Surroundings(MapPoint point);

    /// <summary>What belongs beside the map because it has no point on it.</summary>
    IEnumerable<string> Beside(ItemDisplay item);
}
