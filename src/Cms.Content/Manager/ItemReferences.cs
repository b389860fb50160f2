using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;

namespace Cms.Content.Manager;

/// <summary>Everything an item points to, with the field it does it from.</summary>
/// <param name="Own">From the item's own fields.</param>
/// <param name="Shared">From the fields that its set shares.</param>
public sealed record ItemReferences(IReadOnlyList<FieldReference> Own, IReadOnlyList<FieldReference> Shared)
{
    /// <summary>The localization sets among them, each once or more.</summary>
    public IEnumerable<string> Sets => Own.Concat(Shared).Where(r => r.Reference.Kind == Reference.Set).Select(r => r.Reference.Target);

    /// <remarks>All Markdown of the item is read for it; a frozen item is read once.</remarks>
    public static ItemReferences Of(ContentItem item) => item.Document.IsFrozen ? item.References ??= Collect(item) : Collect(item);

    private static ItemReferences Collect(ContentItem item)
    {
        var own = new List<FieldReference>();
        var shared = new List<FieldReference>();
        foreach (var part in item.Type.Parts)
        {
            Collect(item.Part(part), part.Fields, part.Name, own, shared);
        }

        return new ItemReferences(own, shared);
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
