using System.Text.Json.Nodes;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;

namespace Cms.Content.Recipes;

/// <summary>Turns features on, with all that they need, and off (Orchard Core: FeatureStep).</summary>
internal sealed class FeatureStep(FeatureManager features, ModuleCatalog catalog) : IRecipeStep
{
    // An Orchard Core recipe names features whose work the engine does itself.
    private const string Foreign = "OrchardCore.";

    public string Name => "Feature";

    public RecipePhase Phase => RecipePhase.Features;

    public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        Apply(plan, step, "enable", features.WithEnabled);
        Apply(plan, step, "disable", (settings, ids) => features.WithDisabled(settings, ids));
        return Task.CompletedTask;
    }

    private void Apply(RecipePlan plan, RecipeStep step, string member, Func<ShellSettings, IReadOnlyCollection<string>, ShellSettings> change)
    {
        foreach (var element in step.Elements(member))
        {
            var id = element.Json() is JsonValue value ? value.ToString() : "";
            if (catalog.Graph.Find(id) is null && id.StartsWith(Foreign, StringComparison.Ordinal))
            {
                plan.Warn(step, element.Line, "recipe.foreign-feature", id);
                continue;
            }

            try
            {
                var next = change(plan.Shell, [id]);
                Describe(plan, step, element.Line, id, next);
                plan.Shell = next;
            }
            catch (CmsException e)
            {
                plan.Error(step, element.Line, e.Key, e.Arguments);
            }
        }
    }

    private void Describe(RecipePlan plan, RecipeStep step, int line, string id, ShellSettings next)
    {
        var difference = features.Difference(plan.Shell, next);
        foreach (var on in difference.Enabled)
        {
            plan.Created(step, line, "feature", on.Id);
        }

        foreach (var off in difference.Disabled)
        {
            plan.Changed(step, line, "feature", off.Id, ["disabled"]);
        }

        if (difference.Enabled.Count + difference.Disabled.Count == 0)
        {
            plan.Left(step, line, "feature", id);
        }
    }
}
