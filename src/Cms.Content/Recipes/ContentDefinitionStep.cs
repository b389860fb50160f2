namespace Cms.Content.Recipes;

/// <summary>Composes content types and parts (Orchard Core: ContentDefinitionStep): merged into what is stored, never taking anything away.</summary>
internal sealed class ContentDefinitionStep(PlannedDefinitions planned) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public RecipePhase Phase => RecipePhase.Definitions;

    public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token) => planned.PutAsync(plan, step, DefinitionJson.MergePart, DefinitionJson.MergeType, token);

    public Task FinishAsync(RecipePlan plan, CancellationToken token) => planned.FinishAsync(plan, token);
}
