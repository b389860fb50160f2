using System.Collections.Concurrent;
using System.Linq.Expressions;
using Cms.Content.Items;

namespace Cms.Display.Templates;

/// <summary>Makes the model that a type's template is written for: <c>ItemDisplay&lt;Programme&gt;</c> for a programme.</summary>
internal static class ItemDisplayFactory
{
    private static readonly ConcurrentDictionary<Type, Func<ContentItem, DisplayContext, int, ItemDisplay>> _constructors = new();

    public static ItemDisplay Create(ContentItem item, DisplayContext context, int headingLevel) =>
        item.Type.Part(item.ContentType)?.ClrType is { } part
            ? _constructors.GetOrAdd(part, Constructor)(item, context, headingLevel)
            : new ItemDisplay(item, context, headingLevel);

    private static Func<ContentItem, DisplayContext, int, ItemDisplay> Constructor(Type part)
    {
        var parameters = new[] { Expression.Parameter(typeof(ContentItem)), Expression.Parameter(typeof(DisplayContext)), Expression.Parameter(typeof(int)) };
        var constructor = typeof(ItemDisplay<>).MakeGenericType(part).GetConstructors()[0];
        return Expression.Lambda<Func<ContentItem, DisplayContext, int, ItemDisplay>>(Expression.New(constructor, parameters), parameters).Compile();
    }
}
