namespace Cms.Content.Recipes;

/// <summary>What a recipe says about itself.</summary>
/// <param name="File">File name as problems name it: <c>agenda21.recipe.json</c>.</param>
/// <param name="Folder">Folder of the file, where its further files are; null for a recipe that came without one.</param>
public sealed record RecipeHeader(string File, string? Folder)
{
    /// <summary>Name that set-up, verbs and other recipes call it by; the file's name where the file says none.</summary>
    public string Name { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string Description { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>True for a recipe that a new website can be set up from.</summary>
    public bool IsSetupRecipe { get; init; }
}
