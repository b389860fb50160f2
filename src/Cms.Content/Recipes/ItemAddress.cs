using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;

namespace Cms.Content.Recipes;

/// <summary>Tells an address that was chosen from one that an export wrote down because the item has it.</summary>
internal static class ItemAddress
{
    private const string Field = $"{nameof(AutoroutePart)}.{nameof(AutoroutePart.Path)}";

    /// <summary>Takes the field off the list of changes where the address stays what it is.</summary>
    /// <param name="before">The chosen address before the merge; empty for none.</param>
    public static void Compare(ContentItem item, string before, List<string> changed)
    {
        if (!changed.Contains(Field))
        {
            return;
        }

        var given = ContentPath.WithoutCulture(item.As<AutoroutePart>().Path, item.Culture);
        if (before.Length == 0 ? given == item.Path || given == ItemPath.OfPattern(item) : given == ContentPath.WithoutCulture(before, item.Culture))
        {
            item.Alter<AutoroutePart>(part => part.Path = before);
            changed.Remove(Field);
        }
    }
}
