using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Core.Security;
using Cms.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Content.Recipes;

/// <summary>What is asked of a run.</summary>
/// <param name="Actor">Who runs it, for the audit.</param>
/// <param name="DryRun">True to plan only.</param>
/// <param name="Setup">Given when the run sets a new website up.</param>
public sealed record RecipeRequest(RecipeSource Source, Actor Actor, bool DryRun = false, SetupRequest? Setup = null, IProgress<RecipeProgress>? Progress = null);

/// <summary>What a set-up adds to a run.</summary>
/// <param name="AdminPassword">Password of the account <c>admin</c>; null to generate one.</param>
/// <param name="AnnounceAsync">Tells the operator the account before it is durable: a process killed in between would take a one-time password with it.</param>
public sealed record SetupRequest(string? AdminPassword, Func<PreparedAccount, Task> AnnounceAsync);

/// <summary>What a run did, or would do.</summary>
/// <param name="IsWritten">False for a dry run, for a recipe with errors, and where everything was already as the recipe says.</param>
/// <param name="Account">The account that a set-up made.</param>
public sealed record RecipeReport(RecipeHeader Recipe, IReadOnlyList<RecipeProblem> Problems, IReadOnlyList<RecipeLine> Lines, bool IsWritten, PreparedAccount? Account)
{
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>
/// Runs recipes: all steps are planned first, against a candidate shell with the recipe's features; then everything is written in one transaction, or
/// nothing. One run at a time, and none beside a change of features. In the host, for set-up, verbs and administration alike.
/// </summary>
public sealed class RecipeRunner(
    ShellHost shells,
    IFeatureStore features,
    IEnumerable<IRecipeStep> hostSteps,
    RecipeCatalog catalog,
    RecipeWriter writer,
    MigrationRunner migrations,
    IConfiguration configuration)
{
    /// <exception cref="ModuleException">The recipe is written, but its features could not start; the website goes on with those it had.</exception>
    /// <exception cref="StaleRevisionException">Content changed between the plan and the transaction; nothing was written.</exception>
    public async Task<RecipeReport> RunAsync(RecipeRequest request, CancellationToken token = default)
    {
        RecipeReport? report = null;
        RecipePlan? plan = null;
        try
        {
            await shells.SwapAsync(
                async stop =>
                {
                    plan = new RecipePlan(await features.LoadAsync(stop), request.Progress);
                    report = await PlanAndWriteAsync(request, plan, stop);
                    var isStale = plan.NeedsNewShell || !FeatureManager.Same(plan.Stored, plan.Shell);
                    return report.IsWritten && isStale && shells.Current is not null ? plan.Shell : null;
                },
                (_, _) => Task.CompletedTask,
                token);
        }
        catch (ModuleException) when (report is { IsWritten: true } && plan is not null)
        {
            // A website that would not start again is worse than one without the new features.
            await features.SaveAsync(plan.Stored, CancellationToken.None);
            throw;
        }

        return report!;
    }

    private async Task<RecipeReport> PlanAndWriteAsync(RecipeRequest request, RecipePlan plan, CancellationToken token)
    {
        var (recipe, steps) = await new RecipeLoader(catalog, plan, Values(request)).LoadAsync(request.Source, token);
        if (plan.HasErrors)
        {
            return Report(recipe, plan, false, null);
        }

        await PlanPhaseAsync(plan, RecipePhase.Features, steps, hostSteps, token);
        if (plan.HasErrors || await RehearseAsync(plan, recipe, token) is not { } rehearsal)
        {
            return Report(recipe, plan, false, null);
        }

        await using (rehearsal)
        {
            return await PlanAndWriteAsync(request, plan, recipe, steps, rehearsal.Services, token);
        }
    }

    private async Task<RecipeReport> PlanAndWriteAsync(RecipeRequest request, RecipePlan plan, RecipeHeader recipe, IReadOnlyList<RecipeStep> steps, IServiceProvider shell, CancellationToken token)
    {
        var sets = shell.GetServices<MigrationSet>().ToList();
        var applied = await migrations.AppliedAsync(token);
        plan.SetMigrated(sets.Where(set => applied.GetValueOrDefault(set.Module) == set.Migrations.Count).Select(set => set.Module));
        var definitions = shell.GetRequiredService<ContentDefinitions>();
        definitions.Load(await shell.GetRequiredService<DefinitionStore>().LoadAsync(token));
        await PlanShellAsync(plan, steps, shell, token);
        var account = plan.HasErrors || request.Setup is null ? null : await AccountAsync(request.Setup, plan, recipe, shell, token);
        if (plan.HasErrors || request.DryRun)
        {
            return Report(recipe, plan, false, account);
        }

        if (account is not null)
        {
            await request.Setup!.AnnounceAsync(account);
            WorkSteps.Log.Reached("setup.announced");
        }

        var isWritten = await writer.WriteAsync(new RecipeTransaction(plan, recipe, request.Actor, sets, definitions.Parts.ToList(), account, request.Setup is not null), token);
        return Report(recipe, plan, isWritten, account);
    }

    private async Task PlanShellAsync(RecipePlan plan, IReadOnlyList<RecipeStep> steps, IServiceProvider shell, CancellationToken token)
    {
        var handlers = shell.GetServices<IRecipeStep>().ToList();
        var kept = shell.GetRequiredService<KeptSteps>();
        foreach (var step in steps.Where(step => !hostSteps.Concat(handlers).Any(h => IsFor(h, step))))
        {
            if (KeptSteps.IsKnown(step.Name))
            {
                await kept.PlanAsync(plan, step, token);
            }
            else
            {
                plan.Error(step, step.Line, "recipe.unknown-step", step.Name);
            }
        }

        kept.Finish(plan);
        await PlanPhaseAsync(plan, RecipePhase.Definitions, steps, handlers, token);
        await PlanPhaseAsync(plan, RecipePhase.Content, steps, handlers, token);
    }

    private static async Task PlanPhaseAsync(RecipePlan plan, RecipePhase phase, IReadOnlyList<RecipeStep> steps, IEnumerable<IRecipeStep> handlers, CancellationToken token)
    {
        var ofPhase = handlers.Where(h => h.Phase == phase).ToList();
        foreach (var step in steps)
        {
            foreach (var handler in ofPhase.Where(h => IsFor(h, step)))
            {
                try
                {
                    await handler.PlanAsync(plan, step, token);
                }
                catch (CmsException e)
                {
                    plan.Error(step, step.Line, e.Key, e.Arguments);
                }
            }
        }

        foreach (var handler in ofPhase.Where(h => steps.Any(step => IsFor(h, step))))
        {
            await handler.FinishAsync(plan, token);
        }
    }

    private async Task<ShellRehearsal?> RehearseAsync(RecipePlan plan, RecipeHeader recipe, CancellationToken token)
    {
        try
        {
            return await shells.RehearseAsync(plan.Shell, token);
        }
        catch (ModuleException e)
        {
            plan.Add(new RecipeProblem(true, recipe.File, "", 1, new Failure("recipe.features-fail", null, e.Message)));
            return null;
        }
    }

    private static async Task<PreparedAccount?> AccountAsync(SetupRequest setup, RecipePlan plan, RecipeHeader recipe, IServiceProvider shell, CancellationToken token)
    {
        if (shell.GetService<ISetupAccount>() is { } accounts)
        {
            return await accounts.PrepareAsync(setup.AdminPassword, token);
        }

        plan.Add(new RecipeProblem(false, recipe.File, "", 1, new Failure("recipe.no-accounts")));
        return null;
    }

    private RecipeValues Values(RecipeRequest request) => new(
        request.Setup is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["AdminUsername"] = "admin" },
        key => configuration[key]);

    private static bool IsFor(IRecipeStep handler, RecipeStep step) => handler.OtherNames.Append(handler.Name).Contains(step.Name, StringComparer.OrdinalIgnoreCase);

    private static RecipeReport Report(RecipeHeader recipe, RecipePlan plan, bool isWritten, PreparedAccount? account) => new(recipe, plan.Problems, plan.Lines, isWritten, account);
}
