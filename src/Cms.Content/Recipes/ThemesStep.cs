using System.Text.Json.Nodes;
using Cms.Core.Errors;
using Cms.Core.Hosting;

namespace Cms.Content.Recipes;

/// <summary>Chooses the themes of the public website and of the administration (Orchard Core: ThemesStep).</summary>
internal sealed class ThemesStep(FeatureManager features) : IRecipeStep
{
    public string Name => "Themes";

    public RecipePhase Phase => RecipePhase.Features;

    public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        var json = step.Json();
        try
        {
            var next = features.WithThemes(plan.Shell, Theme(json, "site") ?? plan.Shell.Theme, Theme(json, "admin") ?? plan.Shell.AdminTheme);
            var changed = Changed(plan.Shell, next);
            if (changed.Count == 0)
            {
                plan.Left(step, step.Line, "themes", $"{next.Theme}, {next.AdminTheme}");
            }
            else
            {
                plan.Changed(step, step.Line, "themes", $"{next.Theme}, {next.AdminTheme}", changed);
            }

            plan.Shell = next;
        }
        catch (CmsException e)
        {
            plan.Error(step, step.Line, e.Key, e.Arguments);
        }

        return Task.CompletedTask;
    }

    private static string? Theme(JsonObject json, string member) => json[member] is JsonValue value ? value.ToString() : null;

    private static List<string> Changed(ShellSettings old, ShellSettings next)
    {
        var changed = new List<string>();
        if (old.Theme != next.Theme)
        {
            changed.Add("site");
        }

        if (old.AdminTheme != next.AdminTheme)
        {
            changed.Add("admin");
        }

        return changed;
    }
}
