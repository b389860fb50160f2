using System.Text.Json.Nodes;

namespace Cms.Content.Recipes;

/// <summary>One step of a recipe file, with the lines it stands on.</summary>
public sealed class RecipeStep
{
    private static readonly JsonNodeOptions _anyCase = new() { PropertyNameCaseInsensitive = true };
    private readonly IReadOnlyDictionary<string, IReadOnlyList<RecipeElement>> _arrays;
    private readonly ReadOnlyMemory<byte> _bytes;

    internal RecipeStep(RecipeHeader recipe, int number, string name, int line, ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<string, IReadOnlyList<RecipeElement>> arrays)
    {
        (Recipe, Number, Name, Line, _bytes, _arrays) = (recipe, number, name, line, bytes, arrays);
    }

    /// <summary>The recipe that the step stands in.</summary>
    public RecipeHeader Recipe { get; }

    public string File => Recipe.File;

    /// <summary>Place in its file, counted from 1.</summary>
    public int Number { get; }

    /// <summary>As written in the file.</summary>
    public string Name { get; }

    /// <summary>Line that the step begins on, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Elements of an array of the step, each with its line; empty where there is no such array. The member's name compares without case.</summary>
    public IReadOnlyList<RecipeElement> Elements(string member) => _arrays.GetValueOrDefault(member, []);

    /// <summary>The whole step, parsed anew by each call; names compare without case.</summary>
    public JsonObject Json() => (JsonObject)Parse(_bytes)!;

    internal RecipeStep Of(RecipeHeader recipe) => new(recipe, Number, Name, Line, _bytes, _arrays);

    internal static JsonNode? Parse(ReadOnlyMemory<byte> bytes) => JsonNode.Parse(bytes.Span, _anyCase, RecipeScan.Documents);
}

/// <summary>One element of an array of a step.</summary>
/// <param name="Line">Line it begins on, counted from 1.</param>
/// <param name="Bytes">Its JSON.</param>
public sealed record RecipeElement(int Line, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The element, parsed anew by each call; names compare without case.</summary>
    public JsonNode? Json() => RecipeStep.Parse(Bytes);
}
