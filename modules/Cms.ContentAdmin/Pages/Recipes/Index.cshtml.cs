using Cms.Content.Recipes;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>The recipes that come with the program.</summary>
public sealed class RecipesModel(RecipeCatalog catalog, IActorSource actors) : PageModel
{
    public IReadOnlyList<RecipeHeader> Recipes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        // Recipes write roles and settings too: whoever runs one can do everything.
        (await actors.OfAsync(User, token)).Demand(Actor.SiteOwner);
        Recipes = await catalog.ListAsync(token);
    }
}
