using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cms.Benchmarks;

/// <summary>
/// Articles for long lists: the French ones of the shipped recipes in turn under numbered titles, each with summary, publisher and themes of another shipped
/// item, on successive days of ten years.
/// </summary>
internal sealed class ArticleCopies
{
    private const string Culture = "fr";
    private const string Type = "Article";
    private const int Days = 3_652;
    private static readonly DateOnly _firstDay = new(2015, 1, 1);
    private readonly List<JsonObject> _articles;
    private readonly List<JsonNode> _publications;

    private ArticleCopies(IReadOnlyCollection<JsonObject> items)
    {
        _articles = [.. items.Where(item => Text(item, "ContentType") == Type)];
        _publications = [.. items.Select(item => item["PublicationPart"]).OfType<JsonNode>()];
    }

    /// <param name="website">Program beside which the recipes lie.</param>
    public static async Task<ArticleCopies> ReadAsync(string website)
    {
        var items = new List<JsonObject>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(website)!, "recipes"), "*.recipe.json").Order(StringComparer.Ordinal))
        {
            var steps = JsonNode.Parse(await File.ReadAllTextAsync(file))!["steps"]!.AsArray().OfType<JsonObject>();
            items.AddRange(steps.Where(step => Text(step, "name") == "Content").SelectMany(step => step["data"]!.AsArray().OfType<JsonObject>()));
        }

        return new ArticleCopies([.. items.Where(item => item["LocalizationPart"] is JsonObject part && Text(part, "Culture") == Culture)]);
    }

    /// <summary>Writes a recipe that publishes some of them.</summary>
    /// <param name="first">Number of the first one.</param>
    public async Task WriteAsync(string file, int first, int count)
    {
        var recipe = new
        {
            name = "articles",
            steps = new[] { new { name = "Content", data = Enumerable.Range(first, count).Select(Copy) } },
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, recipe);
    }

    private JsonObject Copy(int number)
    {
        var source = _articles[number % _articles.Count];
        var article = source[Type]!.DeepClone();
        article["Date"] = new JsonObject { ["Start"] = _firstDay.AddDays(number % Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return new JsonObject
        {
            ["ContentItemId"] = FormattableString.Invariant($"article-{number}-{Culture}"),
            ["ContentType"] = Type,
            ["Published"] = true,
            ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = FormattableString.Invariant($"article-{number}"), ["Culture"] = Culture },
            ["TitlePart"] = new JsonObject { ["Title"] = FormattableString.Invariant($"{Text(source, "DisplayText")} {number}") },
            ["PublicationPart"] = _publications[number % _publications.Count].DeepClone(),
            [Type] = article,
        };
    }

    private static string? Text(JsonObject node, string key) => (string?)node[key];
}
