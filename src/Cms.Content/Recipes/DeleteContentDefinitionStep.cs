using Cms.Content.Store;

namespace Cms.Content.Recipes;

/// <summary>
/// Takes away content types and parts that were composed at run time (Orchard Core: DeleteContentDefinitionStep). A type that content is of stays: the
/// content would be there, and nothing could show it.
/// </summary>
internal sealed class DeleteContentDefinitionStep(PlannedDefinitions planned) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public RecipePhase Phase => RecipePhase.Definitions;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        await planned.RemoveAsync(plan, step, "ContentTypes", DefinitionStore.TypeKind, token);
        await planned.RemoveAsync(plan, step, "ContentParts", DefinitionStore.PartKind, token);
    }

    public Task FinishAsync(RecipePlan plan, CancellationToken token) => planned.FinishAsync(plan, token);
}
