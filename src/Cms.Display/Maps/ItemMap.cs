namespace Cms.Display.Maps;

/// <summary>A map of a list's items, and the same as a list of places.</summary>
public sealed record ItemMap
{
    /// <summary>Id of its heading; ids of its places begin with it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Level of its heading.</summary>
    public int HeadingLevel { get; init; } = 2;

    public required MapDrawing Drawing { get; init; }

    /// <summary>The whole and its parts, where there are several.</summary>
    public required IReadOnlyList<MapView> Views { get; init; }

    public required IReadOnlyList<MapSpot> Spots { get; init; }

    public MapScale? Scale { get; init; }

    /// <summary>Every place, whatever part the map shows.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }

    public required IReadOnlyList<MapLink> Beside { get; init; }

    /// <summary>True when the list holds more items than a map shows.</summary>
    public bool IsCut { get; init; }

    public string CurrentView => Views.FirstOrDefault(view => view.IsCurrent)?.Name ?? Title;
}

/// <summary>A part of the map that can be enlarged, or all of it.</summary>
public sealed record MapView(string Name, int Count, string Url, bool IsCurrent);

/// <summary>A link on the map: one point, or several too close to tell apart.</summary>
/// <param name="X">Percent from the left.</param>
/// <param name="Y">Percent from the top.</param>
/// <param name="Name">What the link is called.</param>
/// <param name="Label">The short text beside it.</param>
/// <param name="Count">How many items it stands for.</param>
public sealed record MapSpot(string X, string Y, string Url, string Name, string Label, int Count)
{
    /// <summary>Where the label stands: right, left, above, below.</summary>
    public string Side { get; init; } = "right";

    /// <summary>False when the label has no room until the link is pointed to.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>A bar that says how long a distance is.</summary>
/// <param name="End">Percent from the left at which it ends; it begins at <see cref="Begin"/>.</param>
public sealed record MapScale(string End, string Text)
{
    public const int Begin = 3;
}

/// <summary>A place of the list beside the map.</summary>
public sealed record MapPlace(string Id, string Name, string Note, IReadOnlyList<MapLink> Items);

/// <summary>An item of the list beside the map.</summary>
/// <param name="Before">What stands before the link; empty for nothing.</param>
public sealed record MapLink(string Text, string Url, string Before = "");
