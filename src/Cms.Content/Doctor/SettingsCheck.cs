using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Core.Modules;

namespace Cms.Content.Doctor;

/// <summary>The stored settings: each of the shape that the program reads, the features among those that it has.</summary>
internal sealed class SettingsCheck(SettingsStore settings, IFeatureStore features, ModuleCatalog modules) : IDoctorCheck
{
    private const string Subject = "settings";

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token) =>
    [
        .. await ShapeAsync<JsonObject>(SettingsStep.Document, token),
        .. await ShapeAsync<List<Translation>>(Translation.Document, token),
        .. await ShapeAsync<List<KeptStep>>(KeptSteps.Document, token),
        .. await ShapeAsync<SetupMark>(SetupMark.Document, token),
        .. await FeaturesAsync(token),
    ];

    private async Task<IEnumerable<DoctorFinding>> ShapeAsync<T>(string name, CancellationToken token)
        where T : class
    {
        try
        {
            await settings.FindAsync<T>(name, token);
            return [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException)
        {
            return [new DoctorFinding(true, Subject, $"the document {name} of website_setting can not be read ({e.Message}); restore a backup, or run the recipe that sets it")];
        }
    }

    private async Task<IEnumerable<DoctorFinding>> FeaturesAsync(CancellationToken token)
    {
        var stored = await features.LoadAsync(token);
        return stored.Features.Append(stored.Theme).Append(stored.AdminTheme).OfType<string>().Where(id => id.Length > 0 && modules.Graph.Find(id) is null).Select(id =>
            new DoctorFinding(false, Subject, $"the feature {id} is turned on, and no module of this program has it"));
    }
}
