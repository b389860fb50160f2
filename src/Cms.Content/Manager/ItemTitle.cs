using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;

namespace Cms.Content.Manager;

/// <summary>What an item is called.</summary>
internal static class ItemTitle
{
    /// <summary>Its title, or the English name of its type where it has none.</summary>
    public static string Of(ContentItem item) =>
        item.Has<TitlePart>() && item.As<TitlePart>().Title is { Length: > 0 } title ? title :
        item.DisplayText.Length > 0 ? item.DisplayText : item.Type.DisplayName;

    /// <summary>The place of a title in lists: without regard to accents, case and ligatures, and 9 before 10. At most about 100 letters count.</summary>
    public static string SortKey(string title) => ItemNormalizer.SortKey(Slug.Of(title) is { Length: > 0 } slug ? slug : title);

    /// <summary>The text that its address is made from.</summary>
    public static string SlugSource(ContentItem item) =>
        item.Type.Field(item.Type.SlugField) is { } slug && slug.Field.Field(item.Part(slug.Part)) is TextField { IsEmpty: false } text ? text.Text : Of(item);
}
