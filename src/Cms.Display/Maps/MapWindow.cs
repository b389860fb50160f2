namespace Cms.Display.Maps;

/// <summary>The part of the earth that a map shows, in degrees (WGS 84). Drawn in an equirectangular projection that is true at the middle latitude.</summary>
public sealed record MapWindow(double West, double South, double East, double North)
{
    /// <summary>Units of a drawing from west to east.</summary>
    public const int Width = 1000;

    /// <summary>Units of a drawing from north to south; the theme gives maps the same shape.</summary>
    public const int Height = 667;

    private const double Margin = .16;
    private const double KilometresPerDegree = 111.2;

    /// <summary>Kilometres from west to east at the middle latitude.</summary>
    public double Kilometres => (East - West) * Narrowing((South + North) / 2) * KilometresPerDegree;

    public double X(double longitude) => (longitude - West) / (East - West) * Width;

    public double Y(double latitude) => (North - latitude) / (North - South) * Height;

    /// <summary>The smallest window around points, with a margin.</summary>
    /// <param name="points">At least one.</param>
    /// <param name="smallest">Degrees of latitude that it shows at least.</param>
    public static MapWindow Around(IReadOnlyCollection<MapPoint> points, double smallest)
    {
        var (south, north) = (points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var (west, east) = (points.Min(point => point.Longitude), points.Max(point => point.Longitude));
        var (latitude, longitude, narrowing) = ((south + north) / 2, (west + east) / 2, Narrowing((south + north) / 2));
        var high = Math.Max((north - south) * (1 + (2 * Margin)), smallest);
        return About(latitude, longitude, Math.Max(high, (east - west) * (1 + (2 * Margin)) * narrowing * Height / Width));
    }

    /// <param name="high">Degrees of latitude from south to north.</param>
    public static MapWindow About(double latitude, double longitude, double high)
    {
        var wide = high * Width / Height / Narrowing(latitude);
        return new MapWindow(longitude - (wide / 2), latitude - (high / 2), longitude + (wide / 2), latitude + (high / 2));
    }

    public bool Contains(MapWindow other) => West <= other.West && South <= other.South && East >= other.East && North >= other.North;

    public bool Touches(MapWindow other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    /// <summary>How much shorter a degree of longitude is than one of latitude.</summary>
    private static double Narrowing(double latitude) => Math.Cos(Math.Clamp(latitude, -70, 70) * Math.PI / 180);
}
