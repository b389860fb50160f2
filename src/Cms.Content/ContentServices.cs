using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Content;

/// <summary>What modules register content with.</summary>
public static class ContentServices
{
    /// <summary>Adds a content type named after its own part.</summary>
    public static IServiceCollection AddContentType<TPart>(this IServiceCollection services, Action<ContentTypeBuilder>? describe = null)
        where TPart : ContentPart, new()
    {
        var builder = new ContentTypeBuilder(typeof(TPart));
        describe?.Invoke(builder);
        foreach (var rules in builder.RuleTypes)
        {
            services.AddScoped(typeof(ContentRules), rules);
        }

        return services.AddSingleton(builder.Build());
    }

    /// <summary>Adds what may alter items before they are stored.</summary>
    public static IServiceCollection AddContentHandler<THandler>(this IServiceCollection services)
        where THandler : class, IContentHandler => services.AddScoped<IContentHandler, THandler>();

    /// <summary>The content engine of a shell.</summary>
    public static IServiceCollection AddCmsContent(this IServiceCollection services) => services
        .AddSingleton(provider => new ContentDefinitions(provider.GetServices<ContentTypeDefinition>()))
        .AddSingleton<ContentStore>()
        .AddSingleton<ContentLists>()
        .AddSingleton<DefinitionStore>()
        .AddSingleton<SettingsStore>()
        .AddScoped<ContentManager>()
        .AddHostedService<ContentStart>();
}
