using Cms.Content.Recipes;
using Cms.Core.Hosting;

namespace Cms.Web.Verbs;

internal sealed class RecipeListVerb(RecipeCatalog catalog) : IVerb
{
    public string Name => "recipe list";

    public string Usage => "lists the recipes that come with the program";

    public string? PageInstead(IReadOnlyList<string> arguments) => null;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        foreach (var recipe in await catalog.ListAsync(token))
        {
            await Console.Out.WriteLineAsync($"{recipe.Name}{(recipe.IsSetupRecipe ? " (set-up)" : "")}: {recipe.DisplayName}. {recipe.Description}");
        }

        return 0;
    }
}
