using System.Text.Json.Nodes;
using Cms.Content.Store;

namespace Cms.Content.Recipes;

/// <summary>Steps of Orchard Core that nothing here applies: they are kept as they are, for export, without the secrets in them.</summary>
internal sealed class KeptSteps(SettingsStore settings)
{
    /// <summary>Name under which <see cref="SettingsStore"/> keeps them.</summary>
    public const string Document = "recipe-steps";

    // Orchard Core's step handlers, of its main branch of May 2025 and the index steps of 3.0.
    private static readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase)
    {
        "ReplaceContentDefinition", "DeleteContentDefinition", "MediaProfiles", "Roles", "Users", "custom-settings", "custom-user-settings", "Layers", "Queries", "Templates",
        "AdminTemplates", "ShortcodeTemplates", "Placements", "AdminMenu", "Sitemaps", "UrlRewriting", "WorkflowType", "deployment", "FeatureProfiles", "Command",
        "CreateOrUpdateIndexProfile", "ResetIndex", "RebuildIndex", "lucene-index", "lucene-index-reset", "lucene-index-rebuild", "LuceneIndexSettings", "ElasticIndexSettings",
        "elastic-index-reset", "elastic-index-rebuild", "azureai-index-create", "azureai-index-reset", "azureai-index-rebuild", "OpenIdApplication", "OpenIdScope",
        "OpenIdServerSettings", "OpenIdClientSettings", "OpenIdValidationSettings", "AzureADSettings", "MicrosoftAccountSettings", "FacebookCoreSettings", "FacebookLoginSettings",
        "GitHubAuthenticationSettings", "TwitterSettings", "DynamicDataTranslations", "Translations", "media", "Content", "ContentDefinition", "Settings",
    };

    private static readonly string[] _secrets = ["PasswordHash", "SecurityStamp", "ResetToken", "Password", "Secret"];

    private Dictionary<string, KeptStep>? _kept;
    private bool _changed;

    public static bool IsKnown(string name) => _known.Contains(name);

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        _kept ??= (await settings.FindAsync<List<KeptStep>>(Document, token) ?? []).ToDictionary(k => k.Key, StringComparer.OrdinalIgnoreCase);
        var json = step.Json();
        RemoveSecrets(json);
        var kept = new KeptStep(step.Recipe.Name, step.Number, step.Name, json);
        plan.Warn(step, step.Line, "recipe.step-not-applied", step.Name);
        plan.Kept(step, step.Line, "step", step.Name);
        if (!_kept.TryGetValue(kept.Key, out var stored) || !JsonNode.DeepEquals(stored.Step, json))
        {
            _kept[kept.Key] = kept;
            _changed = true;
        }
    }

    public void Finish(RecipePlan plan)
    {
        if (_changed && _kept is { } kept)
        {
            List<KeptStep> all = [.. kept.Values.OrderBy(k => k.Key, StringComparer.Ordinal)];
            plan.Write(unit => SettingsStore.PutAsync(unit, Document, all));
        }
    }

    private static void RemoveSecrets(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(m => m.Key).Where(name => Array.Exists(_secrets, s => name.EndsWith(s, StringComparison.OrdinalIgnoreCase))).ToList())
            {
                members.Remove(name);
            }
        }

        foreach (var child in (node as JsonObject)?.Select(m => m.Value) ?? node as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            RemoveSecrets(child);
        }
    }
}

/// <summary>A step as it stood in a recipe.</summary>
/// <param name="Recipe">Name of the recipe.</param>
/// <param name="Number">Its place in the recipe: running the recipe again replaces it.</param>
internal sealed record KeptStep(string Recipe, int Number, string Name, JsonObject Step)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Key => FormattableString.Invariant($"{Recipe}/{Number:0000}/{Name}");
}
