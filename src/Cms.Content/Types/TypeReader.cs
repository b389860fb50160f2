using System.Reflection;
using Cms.Content.Fields;

namespace Cms.Content.Types;

/// <summary>Reads definitions from the classes of modules, once per class.</summary>
internal static class TypeReader
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PartDefinition> _known = new();

    public static PartDefinition Part(Type type) => _known.GetOrAdd(type, static t => new PartDefinition(t.Name, t, Fields(t)));

    public static IReadOnlyList<FieldDefinition> Fields(Type holder) =>
        [.. holder.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (property, attribute: property.GetCustomAttribute<FieldAttribute>()))
            .Where(p => p.attribute is not null)
            .Select(p => Field(p.property, p.attribute!))];

    private static FieldDefinition Field(PropertyInfo property, FieldAttribute attribute)
    {
        var row = RowTypeOf(property.PropertyType);
        return new FieldDefinition
        {
            Name = property.Name,
            FieldType = row is null ? property.PropertyType.Name : nameof(ListField<ComposedRow>),
            ClrType = property.PropertyType,
            Shared = attribute.Shared,
            Indexed = attribute.Indexed,
            Natural = attribute.Natural,
            Searchable = attribute.Searchable,
            Required = attribute.Required,
            UniquePerPublisher = attribute.UniquePerPublisher,
            Label = attribute.Label.Length > 0 ? attribute.Label : Words(property.Name),
            Hint = attribute.Hint,
            Long = attribute.Long,
            ContentType = attribute.ContentType,
            Options = attribute.Options,
            RowType = row,
            RowFields = row is null ? [] : Fields(row),
            Getter = property.GetValue,
            Setter = property.SetValue,
        };
    }

    /// <summary>The class of a list's rows; null when the type is no list.</summary>
    internal static Type? RowTypeOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListField<>) ? type.GetGenericArguments()[0] : null;

    /// <summary><c>ExpectedResults</c> reads "Expected results".</summary>
    internal static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
