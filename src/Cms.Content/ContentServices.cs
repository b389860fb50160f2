using Cms.Content.Doctor;
using Cms.Content.Manager;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Security;
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

    /// <summary>Adds the tables of a platform module.</summary>
    public static IServiceCollection AddMigrations<TSet>(this IServiceCollection services)
        where TSet : Cms.Data.MigrationSet => services.AddSingleton<Cms.Data.MigrationSet, TSet>();

    /// <summary>Adds what derives something from content.</summary>
    public static IServiceCollection AddChangeFollower<TFollower>(this IServiceCollection services)
        where TFollower : class, Following.IChangeFollower => services.AddSingleton<Following.IChangeFollower, TFollower>();

    /// <summary>Adds what understands a kind of recipe step.</summary>
    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services)
        where TStep : class, IRecipeStep => services.AddScoped<IRecipeStep, TStep>();

    /// <summary>The content engine of a shell.</summary>
    public static IServiceCollection AddCmsContent(this IServiceCollection services) => services
        .AddSingleton(provider => new ContentDefinitions(provider.GetServices<ContentTypeDefinition>()))
        .AddSingleton<ContentStore>()
        .AddSingleton<ContentLists>()
        .AddSingleton<ContentTitles>()
        .AddSingleton<DefinitionStore>()
        .AddSingleton<SettingsStore>()
        .AddScoped<ContentManager>()
        .AddPermissions<ContentPermissionProvider>()
        .AddRecipes()
        .AddScoped<IDoctorCheck, DatabaseCheck>()
        .AddScoped<IDoctorCheck, ContentCheck>()
        .AddScoped<IDoctorCheck, LinkCheck>()
        .AddScoped<IDoctorCheck, AddressCheck>()
        .AddHostedService<ContentStart>();
}
