using Cms.Content.Recipes;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Web.Setup;

namespace Cms.Web.Verbs;

internal sealed class RecipeRunVerb(RecipeCatalog catalog, RecipeRunner recipes, ReportPrinter printer) : IVerb
{
    private const string DryRun = "--dry-run";

    public string Name => "recipe run";

    public string Usage => "FILE [--dry-run]: runs a recipe, given by its file or name; with --dry-run it only prints the plan";

    public string? PageInstead(IReadOnlyList<string> arguments) => arguments.Contains(DryRun) ? null : "/admin/recipes";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        if (arguments.Where(a => a != DryRun).ToList() is not [var file])
        {
            await Console.Error.WriteLineAsync($"{Name} {Usage}");
            return ExitCode.Failed;
        }

        var isDry = arguments.Contains(DryRun);
        var source = await FindAsync(file, token);
        var report = await recipes.RunAsync(new RecipeRequest(source, Actor.System, isDry, Progress: new ConsoleProgress(Console.Error)), token);
        await printer.PrintProblemsAsync(report);
        await ReportPrinter.PrintPlanAsync(report);
        await Console.Out.WriteLineAsync(report.HasErrors ? "Nothing was written: the recipe has errors." : report.IsWritten ? "Written." : "Nothing was written.");
        return report.HasErrors ? ExitCode.Failed : 0;
    }

    private async Task<RecipeSource> FindAsync(string file, CancellationToken token) =>
        File.Exists(file) ? await RecipeCatalog.ReadAsync(file, token)
        : await catalog.FindAsync(file, token: token) ?? throw new CmsException("recipe.unknown-recipe", 404, file);
}
