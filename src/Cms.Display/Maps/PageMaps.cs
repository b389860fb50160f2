using Cms.Content.Items;
using Cms.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.Maps;

/// <summary>Which lists' maps the pages of a type show, by content type.</summary>
public sealed record PageMaps(string Type, Func<ContentItem, IEnumerable<string>> Shown);

public static class MapExtensions
{
    /// <summary>Gives the list of a type a map of its items.</summary>
    public static IServiceCollection AddMap<TSource>(this IServiceCollection services)
        where TSource : class, IMapSource => services.AddSingleton<IMapSource, TSource>();

    /// <summary>Has pages of a type made with maps of lists, which its views then find in <see cref="Templates.DisplayContext.Map"/>.</summary>
    /// <param name="shown">Content types whose maps a page shows.</param>
    public static IServiceCollection AddPageMaps<TPart>(this IServiceCollection services, Func<TPart, IEnumerable<string>> shown)
        where TPart : ContentPart, new() => services.AddSingleton(new PageMaps(typeof(TPart).Name, item => shown(item.As<TPart>())));
}
