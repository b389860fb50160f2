using System.Text.Json.Nodes;
using Cms.Core.Errors;

namespace Cms.Content.Recipes;

/// <summary>Reads a recipe and those that it names in its <c>Recipes</c> steps, whose steps take the place of the step that names them.</summary>
internal sealed class RecipeLoader(RecipeCatalog catalog, RecipePlan plan, RecipeValues values)
{
    private const string IncludingStep = "Recipes";
    private readonly List<RecipeStep> _steps = [];
    private readonly HashSet<string> _done = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<string> _open = new();

    /// <summary>The steps of all recipes in the order of the files; what can not be read is a problem of the plan.</summary>
    public async Task<(RecipeHeader Recipe, IReadOnlyList<RecipeStep> Steps)> LoadAsync(RecipeSource source, CancellationToken token) => (await ReadAsync(source, token), _steps);

    private async Task<RecipeHeader> ReadAsync(RecipeSource source, CancellationToken token)
    {
        var header = new RecipeHeader(source.File, source.Folder) { Name = RecipeCatalog.NameOf(source.File) };
        IReadOnlyList<RecipeStep> steps;
        try
        {
            // Variables belong to their file.
            var text = RecipeInput.Resolve(source.Text, new RecipeValues(values.Parameters, values.Configuration), (line, failure) => Add(source, line, failure));
            (header, steps) = RecipeScan.Read(text, header);
        }
        catch (RecipeFormatException e)
        {
            Add(source, e.Line, e.Failure);
            return header;
        }

        _open.Push(header.Name);
        foreach (var step in steps)
        {
            if (string.Equals(step.Name, IncludingStep, StringComparison.OrdinalIgnoreCase))
            {
                await IncludeAsync(step, token);
            }
            else
            {
                _steps.Add(step);
            }
        }

        _done.Add(_open.Pop());
        return header;
    }

    private async Task IncludeAsync(RecipeStep step, CancellationToken token)
    {
        foreach (var element in step.Elements("Values"))
        {
            var name = element.Json() is JsonObject value && value["name"] is JsonValue text ? text.ToString() : "";
            if (_open.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                plan.Error(step, element.Line, "recipe.circle", string.Join(" → ", _open.Reverse().Append(name)));
            }
            else if (_done.Contains(name))
            {
                continue;
            }
            else if (await catalog.FindAsync(name, step.Recipe.Folder, token) is { } source)
            {
                await ReadAsync(source, token);
            }
            else
            {
                plan.Error(step, element.Line, "recipe.unknown-recipe", name);
            }
        }
    }

    private void Add(RecipeSource source, int line, Failure failure) => plan.Add(new RecipeProblem(true, source.File, "", line, failure));
}
