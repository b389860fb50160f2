using System.Text.Json.Nodes;

namespace Cms.Content.Recipes;

/// <summary>Composes content types and parts anew (Orchard Core: ReplaceContentDefinitionStep): what is stored of them gives way to what the recipe says.</summary>
internal sealed class ReplaceContentDefinitionStep(PlannedDefinitions planned) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public RecipePhase Phase => RecipePhase.Definitions;

    public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token) =>
        planned.PutAsync(plan, step, (stored, incoming) => Replace(stored, DefinitionJson.MergePart(null, incoming)), (stored, incoming) => Replace(stored, DefinitionJson.MergeType(null, incoming)), token);

    public Task FinishAsync(RecipePlan plan, CancellationToken token) => planned.FinishAsync(plan, token);

    private static DefinitionChange Replace(JsonObject? stored, DefinitionChange anew) => anew with { Changed = DefinitionJson.Differences(stored, anew.Document) };
}
