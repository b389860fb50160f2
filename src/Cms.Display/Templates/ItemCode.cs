using Cms.Content.Fields;
using Cms.Content.Items;

namespace Cms.Display.Templates;

/// <summary>The language-neutral code of an item whose type's own part has a text field <c>Code</c>.</summary>
internal static class ItemCode
{
    public static string Of(ContentItem item) =>
        item.Type.Field($"{item.ContentType}.Code") is { } code && code.Field.Field(item.Part(code.Part)) is TextField text ? text.Text : "";
}
