using Cms.Core.Errors;

namespace Cms.Content.Recipes;

/// <summary>What is wrong with a recipe, and where. Errors keep the whole recipe from being written; with warnings it runs.</summary>
/// <param name="File">File that the step stands in.</param>
/// <param name="Step">Name of the step; empty for the file as a whole.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Failure">Key of the text in the PO files, field and arguments.</param>
public sealed record RecipeProblem(bool IsError, string File, string Step, int Line, Failure Failure)
{
    /// <summary>Where the problem is, as compilers write it: <c>agenda21.recipe.json(311) Content</c>.</summary>
    public string Place => FormattableString.Invariant($"{File}({Line}){(Step.Length > 0 ? " " + Step : "")}");
}

/// <summary>What a run does with one thing.</summary>
public enum RecipeChange
{
    Created,
    Changed,

    /// <summary>It is already as the recipe says.</summary>
    Left,

    /// <summary>Stored for export; nothing here applies it.</summary>
    Kept,
}

/// <summary>One line of a plan.</summary>
/// <param name="Kind">What it is, an English word: <c>content</c>, <c>feature</c>, <c>type</c>.</param>
/// <param name="Subject">Its name.</param>
/// <param name="Fields">Fields that change, for <see cref="RecipeChange.Changed"/>.</param>
public sealed record RecipeLine(RecipeChange Change, string Kind, string Subject, IReadOnlyList<string> Fields, string File, int Line);

/// <summary>How far a run has come.</summary>
/// <param name="Stage">An English word: <c>check</c> or <c>write</c>.</param>
public readonly record struct RecipeProgress(string Stage, int Done, int Total);
