using System.Text.Json.Nodes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>Sets settings of the website (Orchard Core: SettingsStep); those that nobody here reads are kept with the others.</summary>
internal sealed class SettingsStep(SettingsStore settings, CultureSettings cultures, IChangeLog changes) : IRecipeStep
{
    /// <summary>Name under which <see cref="SettingsStore"/> keeps them.</summary>
    public const string Document = "website";

    // Names are stored as Orchard Core writes them, however the recipe does.
    private static readonly string[] _known =
    [
        "BaseUrl", "Calendar", "MaxPagedCount", "MaxPageSize", "PageSize", "ResourceDebugMode", "SiteName", "PageTitleFormat", "SiteSalt", "SuperUser", "TimeZoneId", "UseCdn",
        "CdnBaseUrl", "AppendVersion", "HomeRoute", "CacheMode", "LocalizationSettings",
    ];

    private JsonObject? _stored;
    private bool _changed;

    public string Name => "Settings";

    public RecipePhase Phase => RecipePhase.Definitions;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        _stored ??= await settings.FindAsync<JsonObject>(Document, token) ?? [];
        var changed = new List<string>();
        foreach (var (name, value) in step.Json().Where(member => !string.Equals(member.Key, "name", StringComparison.OrdinalIgnoreCase)))
        {
            var known = Array.Find(_known, k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) ?? name;
            if (JsonMerge.Put(_stored, known, value))
            {
                changed.Add(known);
            }
        }

        CheckCultures(plan, step);
        _changed |= changed.Count > 0;
        if (changed.Count > 0)
        {
            plan.Changed(step, step.Line, "settings", Document, changed);
        }
        else
        {
            plan.Left(step, step.Line, "settings", Document);
        }
    }

    public Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        if (_changed && _stored is { } document)
        {
            plan.Write(async unit =>
            {
                await SettingsStore.PutAsync(unit, Document, document);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Settings, "change", Subject: Document));
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>The languages are the installation's (<c>Cms:Cultures</c>): a recipe can ask for others, but not have them.</summary>
    private void CheckCultures(RecipePlan plan, RecipeStep step)
    {
        if (step.Json()["LocalizationSettings"] is JsonObject localization && localization["SupportedCultures"] is JsonArray asked)
        {
            foreach (var culture in asked.OfType<JsonValue>().Select(v => v.ToString()).Where(c => !cultures.Supports(c)))
            {
                plan.Warn(step, step.Line, "recipe.culture-not-set", culture);
            }
        }
    }
}
