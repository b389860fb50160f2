using Cms.Core.Hosting;
using Cms.Core.Modules;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>A feature as the administration lists it.</summary>
/// <param name="Needs">Ids of the features it needs.</param>
/// <param name="NeededBy">Ids of the enabled features that need it.</param>
/// <param name="IsFixed">True for one that can not be turned off here.</param>
public sealed record FeatureLine(string Id, string Name, string Description, bool IsEnabled, IReadOnlyList<string> Needs, IReadOnlyList<string> NeededBy, bool IsFixed);

/// <summary>Features under one heading.</summary>
public sealed record FeatureGroup(string Name, IReadOnlyList<FeatureLine> Features);

/// <summary>Makes the list of features; themes are chosen elsewhere.</summary>
public static class FeatureList
{
    private const string Administration = "Cms.ContentAdmin";

    public static IReadOnlyList<FeatureGroup> Of(FeatureManager features, IStringLocalizer localizer)
    {
        var enabled = features.Enabled.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return [.. features.All
            .Where(f => !f.IsTheme && (!f.EnabledByDependencyOnly || enabled.Contains(f.Id)))
            .GroupBy(f => f.Category.Length > 0 ? localizer[f.Category].Value : localizer["Other"].Value)
            .OrderBy(group => group.Key, StringComparer.CurrentCulture)
            .Select(group => new FeatureGroup(group.Key, [.. group.Select(f => Line(f, features, enabled, localizer)).OrderBy(f => f.Name, StringComparer.CurrentCulture)]))];
    }

    /// <summary>True for the administration itself and what it needs: turning that off would close the door behind the administrator.</summary>
    public static bool CarriesAdministration(FeatureManager features, string id) => Needed(features, Administration).Contains(id);

    private static FeatureLine Line(FeatureDescriptor feature, FeatureManager features, HashSet<string> enabled, IStringLocalizer localizer) => new(
        feature.Id,
        Text(localizer, feature.Name),
        feature.Description.Length > 0 ? Text(localizer, feature.Description) : "",
        enabled.Contains(feature.Id),
        feature.Dependencies,
        [.. features.Enabled.Where(f => f.Dependencies.Contains(feature.Id)).Select(f => f.Id)],
        feature.IsAlwaysEnabled || feature.EnabledByDependencyOnly || CarriesAdministration(features, feature.Id));

    private static HashSet<string> Needed(FeatureManager features, string id)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([id]);
        while (waiting.TryPop(out var next))
        {
            if (needed.Add(next) && features.All.FirstOrDefault(f => f.Id == next) is { } feature)
            {
                foreach (var dependency in feature.Dependencies)
                {
                    waiting.Push(dependency);
                }
            }
        }

        return needed;
    }

    private static string Text(IStringLocalizer localizer, string text) => localizer[text];
}
