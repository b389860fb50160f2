using System.Text.Json.Nodes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>
/// Texts that administrators translate (Orchard Core: TranslationsStep). Its three shapes are read: a list with cultures, lists by culture as its documents
/// say, and the older list of named translations.
/// </summary>
internal sealed class TranslationsStep(SettingsStore settings, CultureSettings cultures, IChangeLog changes) : IRecipeStep
{
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private Dictionary<(string, string, string), Translation>? _stored;
    private bool _changed;

    public string Name => "Translations";

    public IReadOnlyList<string> OtherNames => ["DynamicDataTranslations"];

    public RecipePhase Phase => RecipePhase.Definitions;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        _stored ??= (await settings.FindAsync<List<Translation>>(Translation.Document, token) ?? []).ToDictionary(Key);
        var lines = step.Json()["Translations"] is JsonObject byCulture ? OfCultures(step, byCulture) : step.Elements("Translations").SelectMany(e => OfElement(e));
        foreach (var (line, given) in lines)
        {
            if (given is { Culture.Length: > 0, Key.Length: > 0 })
            {
                Put(plan, step, line, given);
            }
            else
            {
                plan.Error(step, line, "recipe.translation", Name);
            }
        }
    }

    public Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        if (_changed && _stored is { } stored)
        {
            // The texts of a shell are those that it started with.
            plan.ReplaceShell();
            List<Translation> all = [.. stored.Values.OrderBy(t => (t.Culture, t.Context, t.Key))];
            plan.Write(async unit =>
            {
                await SettingsStore.PutAsync(unit, Translation.Document, all);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Settings, "change", Subject: Translation.Document));
            });
        }

        return Task.CompletedTask;
    }

    private void Put(RecipePlan plan, RecipeStep step, int line, Translation given)
    {
        if (!cultures.Supports(given.Culture) && _unknown.Add(given.Culture))
        {
            plan.Warn(step, line, "recipe.culture-not-set", given.Culture);
        }

        var subject = $"{given.Culture} {given.Context} {given.Key}";
        if (!_stored!.TryGetValue(Key(given), out var there))
        {
            plan.Created(step, line, "translation", subject);
        }
        else if (there.Value == given.Value)
        {
            plan.Left(step, line, "translation", subject);
            return;
        }
        else
        {
            plan.Changed(step, line, "translation", subject, ["value"]);
        }

        _stored[Key(given)] = given;
        _changed = true;
    }

    private static IEnumerable<(int, Translation)> OfCultures(RecipeStep step, JsonObject cultures) =>
        cultures.SelectMany(culture => Objects(culture.Value).Select(json => (step.Line, Of(json, culture.Key))));

    private static IEnumerable<(int, Translation)> OfElement(RecipeElement element)
    {
        var json = element.Json() as JsonObject ?? [];
        return json["Translation"] is { } older
            ? Objects(older).Select(translation => (element.Line, Of(translation, Text(json, "Name"))))
            : [(element.Line, Of(json, Text(json, "culture")))];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };

    private static Translation Of(JsonObject json, string culture) => new(culture, Text(json, "context"), Text(json, "key"), Text(json, "value"));

    private static string Text(JsonObject json, string member) => json[member] is JsonValue value ? value.ToString() : "";

    private static (string, string, string) Key(Translation translation) => (translation.Culture, translation.Context, translation.Key);
}

/// <summary>A text in one language, as Orchard Core's data localization keeps it.</summary>
/// <param name="Context">What the text belongs to: <c>Content Types</c>.</param>
/// <param name="Key">The English text.</param>
/// <param name="Value">Empty to go back to what the PO files say.</param>
public sealed record Translation(string Culture, string Context, string Key, string Value)
{
    /// <summary>Name under which <see cref="SettingsStore"/> keeps the list of them.</summary>
    public const string Document = "translations";
}
