using Cms.Content.Recipes;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Modules;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>What a run of a recipe did or would do, in the reader's words.</summary>
/// <param name="CanRun">True for a plan without errors that would change something.</param>
/// <param name="Left">How many things are already as the recipe says.</param>
/// <param name="MoreLines">How many lines are not shown.</param>
public sealed record RecipeOutcome(string Name, string Title, string Summary, bool CanRun, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<string> Lines, int Left, int MoreLines);

/// <summary>Plans and runs recipes. Two steps: the plan is shown by one button, and only there stands the button that writes.</summary>
[Area("Cms.ContentAdmin")]
public sealed class RecipeVerbsController(RecipeCatalog catalog, RecipeRunner runner, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    private const int MostLines = 200;

    [HttpPost("/admin/recipes/{name}/plan")]
    public Task<IActionResult> Plan(string name) => DoAsync(name, dryRun: true);

    [HttpPost("/admin/recipes/{name}/run")]
    public Task<IActionResult> Run(string name) => DoAsync(name, dryRun: false);

    /// <summary>Not tied to the caller's connection: a run that has begun is brought to its end.</summary>
    private async Task<IActionResult> DoAsync(string name, bool dryRun)
    {
        var actor = await actors.OfAsync(User, HttpContext.RequestAborted);
        actor.Demand(Actor.SiteOwner);
        var source = await catalog.FindAsync(name, token: HttpContext.RequestAborted) ?? throw new CmsException("recipe.unknown-recipe", 404, name);
        try
        {
            var report = await runner.RunAsync(new RecipeRequest(source, actor, dryRun), CancellationToken.None);
            return View("/Areas/Cms.ContentAdmin/Views/RecipeOutcome.cshtml", Outcome(name, report, dryRun));
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            return Refuse(e.Status, texts.Of(e));
        }
        catch (ModuleException e)
        {
            return Refuse(StatusCodes.Status409Conflict, e.Message);
        }
    }

    private RecipeOutcome Outcome(string name, RecipeReport report, bool dryRun)
    {
        var lines = report.Lines.Where(line => line.Change is not RecipeChange.Left).ToList();
        return new RecipeOutcome(
            name,
            report.Recipe.DisplayName.Length > 0 ? localizer[report.Recipe.DisplayName] : name,
            Summary(report, lines.Count),
            dryRun && !report.HasErrors && lines.Count > 0,
            [.. report.Problems.Where(p => p.IsError).Select(Text)],
            [.. report.Problems.Where(p => !p.IsError).Select(Text)],
            [.. lines.Take(MostLines).Select(Text)],
            report.Lines.Count - lines.Count,
            Math.Max(0, lines.Count - MostLines));
    }

    private string Summary(RecipeReport report, int changes) =>
        report.HasErrors ? localizer["The recipe has errors; nothing is written."]
        : report.IsWritten ? localizer["The recipe was run."]
        : changes == 0 ? localizer["Everything is already as the recipe says."]
        : localizer["Nothing is written yet. This is what would be done:"];

    private string Text(RecipeProblem problem) => localizer["{0}: {1}", problem.Place, texts.Of(problem.Failure)];

    private string Text(RecipeLine line)
    {
        var what = line.Change switch
        {
            RecipeChange.Created => localizer["new"],
            RecipeChange.Changed => localizer["changed"],
            _ => localizer["kept for export"],
        };
        return localizer["{0}: {1}", $"{line.Kind} {line.Subject}", what + (line.Fields.Count > 0 ? $" ({string.Join(", ", line.Fields)})" : "")];
    }

    private ViewResult Refuse(int status, string reason)
    {
        Response.StatusCode = status;
        return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [reason], "/admin/recipes"));
    }
}
