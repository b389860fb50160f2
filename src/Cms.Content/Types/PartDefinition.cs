namespace Cms.Content.Types;

/// <summary>A part: a class of a module, or one that was composed at run time.</summary>
public sealed class PartDefinition
{
    private readonly Dictionary<string, FieldDefinition> _byName;

    public PartDefinition(string name, Type? clrType, IReadOnlyList<FieldDefinition> fields)
    {
        Name = name;
        ClrType = clrType;
        Fields = fields;
        _byName = fields.ToDictionary(f => f.Name);
    }

    public string Name { get; }

    /// <summary>English name, msgid of its translations: <c>VisitorInformationPart</c> reads "Visitor information".</summary>
    public string DisplayName => TypeReader.Words(Name.EndsWith("Part", StringComparison.Ordinal) && Name.Length > 4 ? Name[..^4] : Name);

    /// <summary>The module's class; null for a part composed at run time.</summary>
    public Type? ClrType { get; }

    /// <summary>Fields in the order of the editor.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    public FieldDefinition? Find(string field) => _byName.GetValueOrDefault(field);

    public ContentPart Create() => ClrType is null ? new ComposedPart() : (ContentPart)Activator.CreateInstance(ClrType)!;
}
