using System.Diagnostics.CodeAnalysis;

namespace Cms.Content.Types;

/// <summary>Every content type and part of the running shell: those of its modules and those composed at run time, which are stored.</summary>
public sealed class ContentDefinitions
{
    private readonly Dictionary<string, ContentTypeDefinition> _ofModules;
    private readonly Dictionary<string, PartDefinition> _partsOfModules;
    private volatile Snapshot _snapshot;

    public ContentDefinitions(IEnumerable<ContentTypeDefinition> types)
    {
        _ofModules = types.ToDictionary(t => t.Name);
        _partsOfModules = _ofModules.Values.SelectMany(t => t.Parts).DistinctBy(p => p.Name).ToDictionary(p => p.Name);
        _snapshot = new Snapshot(_ofModules, _partsOfModules);
    }

    /// <summary>Types in the order of their names.</summary>
    public IEnumerable<ContentTypeDefinition> Types => _snapshot.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    public IEnumerable<PartDefinition> Parts => _snapshot.Parts.Values;

    public bool TryType(string? name, [NotNullWhen(true)] out ContentTypeDefinition? type)
    {
        type = null;
        return name is not null && _snapshot.Types.TryGetValue(name, out type);
    }

    /// <summary>True for a type that a module of the shell defines, whatever is stored.</summary>
    public bool IsOfModule(string type) => _ofModules.ContainsKey(type);

    public PartDefinition? Part(string name) => _snapshot.Parts.GetValueOrDefault(name);

    /// <summary>The definition of a stored item's type; one without parts where no module defines it any more, so that its data is kept.</summary>
    public ContentTypeDefinition TypeOf(string name) => _snapshot.Types.TryGetValue(name, out var type) ? type : new ContentTypeDefinition { Name = name, DisplayName = name };

    /// <summary>The type whose list page stands at an address.</summary>
    public ContentTypeDefinition? ListAt(string culture, string path)
    {
        foreach (var type in _snapshot.Types.Values)
        {
            if (type.ListPaths.TryGetValue(culture, out var list) && list == path)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Takes over what is stored; a stored part or type adds to a module's of the same name and never takes anything away.</summary>
    internal void Load(StoredDefinitions stored)
    {
        var parts = new Dictionary<string, PartDefinition>(_partsOfModules);
        foreach (var part in stored.Parts)
        {
            parts[part.Name] = parts.TryGetValue(part.Name, out var own) ? Merge(own, part) : part;
        }

        var types = new Dictionary<string, ContentTypeDefinition>();
        foreach (var type in _ofModules.Values)
        {
            types[type.Name] = type with { Parts = [.. type.Parts.Select(p => parts[p.Name])] };
        }

        foreach (var type in stored.Types(name => parts.GetValueOrDefault(name)))
        {
            types[type.Name] = types.TryGetValue(type.Name, out var own) ? Merge(own, type) : type;
        }

        _snapshot = new Snapshot(types, parts);
    }

    private static PartDefinition Merge(PartDefinition own, PartDefinition stored) =>
        new(own.Name, own.ClrType, [.. own.Fields.Concat(stored.Fields.Where(f => own.Find(f.Name) is null))]);

    private static ContentTypeDefinition Merge(ContentTypeDefinition own, ContentTypeDefinition stored) => own with
    {
        Parts = [.. own.Parts.Concat(stored.Parts.Where(p => own.Part(p.Name) is null))],
        Settings = stored.Settings,
    };

    private sealed record Snapshot(Dictionary<string, ContentTypeDefinition> Types, Dictionary<string, PartDefinition> Parts);
}
