using Cms.Content.Items;
using Cms.Content.Parts;

namespace Cms.Content.Manager;

/// <summary>The address that an item's type makes for it.</summary>
internal static class ItemPath
{
    /// <summary>Path without culture that the type's pattern gives; null where the type has none in the item's language.</summary>
    public static string? OfPattern(ContentItem item)
    {
        if (!item.Type.Paths.TryGetValue(item.Culture, out var pattern))
        {
            return null;
        }

        var slug = Slug.Of(ItemTitle.SlugSource(item));
        return pattern.Replace("{slug}", slug.Length > 0 ? slug : item.LocalizationSet, StringComparison.Ordinal);
    }

    /// <summary>An address that says what the pattern would say was not chosen: it follows the pattern and gets a suffix where it is taken.</summary>
    public static void ForgetUnchosen(ContentItem item)
    {
        if (item.Has<AutoroutePart>() && item.As<AutoroutePart>().Path is { Length: > 0 } path && ContentPath.WithoutCulture(path, item.Culture) == OfPattern(item))
        {
            item.Alter<AutoroutePart>(part => part.Path = "");
        }
    }
}
