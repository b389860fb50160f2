namespace Cms.Content.Recipes;

/// <summary>When a step is planned and written: all steps of a phase before those of the next, whatever their order in the file.</summary>
public enum RecipePhase
{
    /// <summary>What the shell is made of; planned in the host, before there is a candidate shell.</summary>
    Features,

    /// <summary>Content types, settings, roles: what content may refer to.</summary>
    Definitions,

    Content,
}

/// <summary>
/// Understands one kind of recipe step. A module registers its own with <c>AddRecipeStep</c>; one instance plans all steps of its name in a run, in the
/// candidate shell, so that it may keep what it gathered until <see cref="FinishAsync"/>. Planning reads only. Tables of features that the run turns on do
/// not exist yet: ask <see cref="RecipePlan.IsMigrated"/> before reading them.
/// </summary>
public interface IRecipeStep
{
    /// <summary>Orchard Core's name of the step; compared without case.</summary>
    string Name { get; }

    /// <summary>Older names of the same step.</summary>
    IReadOnlyList<string> OtherNames => [];

    RecipePhase Phase { get; }

    /// <summary>Checks everything the step says and adds problems, lines and writes to the plan. Input never throws: it is a problem with a line.</summary>
    Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token);

    /// <summary>Called once, when all steps of the phase have been planned: for what can only be said about all of them together.</summary>
    Task FinishAsync(RecipePlan plan, CancellationToken token) => Task.CompletedTask;
}
