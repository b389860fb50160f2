using Cms.Content.Store;
using Cms.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Content.Recipes;

internal static class RecipeServices
{
    /// <summary>The engine's own steps, in every shell.</summary>
    public static IServiceCollection AddRecipes(this IServiceCollection services) => services
        .AddScoped<KeptSteps>()
        .AddScoped<PlannedMedia>()
        .AddScoped<PlannedDefinitions>()
        .AddRecipeStep<SettingsStep>()
        .AddRecipeStep<ContentDefinitionStep>()
        .AddRecipeStep<ReplaceContentDefinitionStep>()
        .AddRecipeStep<DeleteContentDefinitionStep>()
        .AddRecipeStep<TranslationsStep>()
        .AddRecipeStep<MediaStep>()
        .AddRecipeStep<ContentStep>();

    /// <summary>What runs recipes, in the host.</summary>
    public static IServiceCollection AddRecipeHost(this IServiceCollection services) => services
        .AddSingleton(new RecipeCatalog(RecipeCatalog.FolderOf(AppContext.BaseDirectory)))
        .AddSingleton<SettingsStore>()
        .AddSingleton<MediaFiles>()
        .AddSingleton<IRecipeStep, FeatureStep>()
        .AddSingleton<IRecipeStep, ThemesStep>()
        .AddSingleton<RecipeWriter>()
        .AddSingleton<RecipeRunner>()
        .ShareWithShells<RecipeCatalog>()
        .ShareWithShells<MediaFiles>()
        .ShareWithShells<RecipeRunner>();
}
