using System.Text.Json.Nodes;

namespace Cms.Content.Types;

/// <summary>A content type: its parts, its addresses, how it is listed.</summary>
public sealed record ContentTypeDefinition
{
    public required string Name { get; init; }

    /// <summary>English name, msgid of its translations.</summary>
    public required string DisplayName { get; init; }

    /// <summary>English name of several of them, msgid of its translations.</summary>
    public string PluralName { get; init; } = "";

    /// <summary>Module whose views show it; empty for a type composed at run time.</summary>
    public string Module { get; init; } = "";

    public IReadOnlyList<PartDefinition> Parts { get; init; } = [];

    /// <summary>Address pattern per culture, with <c>{slug}</c>: <c>programmes/{slug}</c>. Empty for a type that has no page.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>();

    /// <summary>Address of the list page per culture; empty for none.</summary>
    public IReadOnlyDictionary<string, string> ListPaths { get; init; } = new Dictionary<string, string>();

    /// <summary>Field whose text makes the slug, <c>Agenda21Action.Code</c>; the title when empty.</summary>
    public string SlugField { get; init; } = "";

    /// <summary>Indexed field that lists are ordered by, <c>Agenda21Action.Code</c>; newest first when empty.</summary>
    public string ListOrder { get; init; } = "";

    /// <summary>With <see cref="ListOrder"/>: the greatest value comes first.</summary>
    public bool ListDescending { get; init; }

    /// <summary>Ways to narrow its list, besides theme and publisher.</summary>
    public IReadOnlyList<FacetDefinition> Facets { get; init; } = [];

    public bool Creatable { get; init; } = true;

    public bool Listable { get; init; } = true;

    /// <summary>Settings as imported, kept for export.</summary>
    public JsonObject? Settings { get; init; }

    public bool IsRoutable => Paths.Count > 0;

    /// <summary>True when the type was composed at run time.</summary>
    public bool IsComposed => Module.Length == 0;

    public PartDefinition? Part(string name)
    {
        foreach (var part in Parts)
        {
            if (part.Name == name)
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>A field by its path, <c>Part.Field</c>.</summary>
    public (PartDefinition Part, FieldDefinition Field)? Field(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Part(path[..dot]) is { } part && part.Find(path[(dot + 1)..]) is { } field ? (part, field) : null;
    }
}
