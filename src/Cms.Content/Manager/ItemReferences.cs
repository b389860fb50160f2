using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;

namespace Cms.Content.Manager;

/// <summary>Everything an item points to, with the field it does it from.</summary>
public static class ItemReferences
{
    public static (IReadOnlyList<FieldReference> Own, IReadOnlyList<FieldReference> Shared) Of(ContentItem item)
    {
        var own = new List<FieldReference>();
        var shared = new List<FieldReference>();
        foreach (var part in item.Type.Parts)
        {
            Collect(item.Part(part), part.Fields, part.Name, own, shared);
        }

        return (own, shared);
    }

    private static void Collect(FieldHolder holder, IReadOnlyList<FieldDefinition> fields, string path, List<FieldReference> own, List<FieldReference> shared)
    {
        foreach (var definition in fields)
        {
            var at = $"{path}.{definition.Name}";
            var field = definition.Field(holder);
            if (field is ListField list)
            {
                foreach (var row in list.Items)
                {
                    Collect(row, definition.RowFields, at, own, shared);
                }
            }
            else if (field is not null)
            {
                (definition.Shared ? shared : own).AddRange(field.References().Select(reference => new FieldReference(at, reference)));
            }
        }
    }
}
