using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>Everything that one run writes.</summary>
/// <param name="Sets">Migrations of the candidate shell.</param>
/// <param name="Parts">Its parts, for the columns of indexed fields.</param>
internal sealed record RecipeTransaction(
    RecipePlan Plan, RecipeHeader Recipe, Actor Actor, IReadOnlyList<MigrationSet> Sets, IReadOnlyList<PartDefinition> Parts, PreparedAccount? Account, bool IsSetup);

/// <summary>Writes a planned run: files staged, one transaction, files renamed.</summary>
public sealed class RecipeWriter(IDatabase database, IChangeLog changes, MigrationRunner migrations, MediaFiles media, TimeProvider time)
{
    private const string Verb = "recipe";

    /// <summary>Writes of a run from which on the tables may be of another size than the database takes them for.</summary>
    private const int ManyWrites = 1_000;

    /// <returns>False when there was nothing to write.</returns>
    internal async Task<bool> WriteAsync(RecipeTransaction run, CancellationToken token)
    {
        var plan = run.Plan;
        var hasNewShell = !FeatureManager.Same(plan.Stored, plan.Shell);
        if (plan.Writes.Count == 0 && !hasNewShell && !run.IsSetup)
        {
            return false;
        }

        try
        {
            foreach (var work in plan.BeforeWriting)
            {
                await work(token);
            }

            WorkSteps.Log.Reached("recipe.files-staged");
            await database.WriteAsync(unit => WriteAsync(unit, run, hasNewShell), token);
        }
        catch
        {
            await media.FinishAsync(CancellationToken.None);
            throw;
        }

        WorkSteps.Log.Reached("recipe.committed");
        // The run is durable: what follows is finished by the next start, should it not be now.
        foreach (var work in plan.AfterCommitting)
        {
            await work(CancellationToken.None);
        }

        WorkSteps.Log.Reached("recipe.files-renamed");
        return true;
    }

    private async Task WriteAsync(WriteUnit unit, RecipeTransaction run, bool hasNewShell)
    {
        await migrations.ApplyPendingAsync(unit, run.Sets);
        await IndexedColumn.EnsureAsync(unit, run.Parts);
        if (hasNewShell)
        {
            await new FeatureStore(database, changes).PutAsync(unit, run.Plan.Shell);
        }

        for (var i = 0; i < run.Plan.Writes.Count; i++)
        {
            await run.Plan.Writes[i](unit);
            run.Plan.Progress?.Report(new RecipeProgress("write", i + 1, run.Plan.Writes.Count));
        }

        WorkSteps.Log.Reached("recipe.content-written");
        var utc = Utc.Column(time.GetUtcNow());
        if (run.Account is { } account)
        {
            await account.WriteAsync(unit);
            WorkSteps.Log.Reached("recipe.account-written");
        }

        if (run.IsSetup)
        {
            await SettingsStore.PutAsync(unit, SetupMark.Document, new SetupMark(run.Recipe.Name, utc));
        }

        if (run.Plan.Writes.Count >= ManyWrites && unit.Dialect.RefreshStatistics is { } refresh)
        {
            await unit.ExecuteAsync(refresh);
        }

        await ContentWriter.AuditAsync(unit, utc, run.Actor.Name, Verb, run.Recipe.Name);
        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Settings, Verb, Subject: run.Recipe.Name));
    }
}

/// <summary>What a website that is set up says of it.</summary>
/// <param name="Recipe">Name of the recipe it was set up from.</param>
public sealed record SetupMark(string Recipe, string Utc)
{
    /// <summary>Name under which <see cref="SettingsStore"/> keeps it.</summary>
    public const string Document = "setup";
}
