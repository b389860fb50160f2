namespace Cms.Display.Maps;

/// <summary>A small map that says where one item is.</summary>
/// <param name="X">Percent from the left.</param>
/// <param name="Y">Percent from the top.</param>
/// <param name="Side">Where the label stands: right, left.</param>
public sealed record PlaceMap(MapDrawing Drawing, string X, string Y, string Label, string Side)
{
    public MapScale? Scale { get; init; }

    /// <summary>The position in words, for those who do not see the map.</summary>
    public required string Position { get; init; }
}
