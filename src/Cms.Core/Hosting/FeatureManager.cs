using Cms.Core.Errors;
using Cms.Core.Modules;
using Microsoft.Extensions.Logging;

namespace Cms.Core.Hosting;

/// <summary>Features turned on or off by a change, dependencies included, in starting order.</summary>
public sealed record FeatureChange(IReadOnlyList<FeatureDescriptor> Enabled, IReadOnlyList<FeatureDescriptor> Disabled);

/// <summary>
/// Turns features on and off while the website serves: plan, build and warm the new shell, store, swap. A process killed before the store
/// starts again with the old features, one killed after it with the new ones, which have run already.
/// </summary>
public sealed class FeatureManager(ModuleCatalog catalog, ShellHost shells, IFeatureStore store, ILogger<FeatureManager> log)
{
    private readonly FeatureGraph _graph = catalog.Graph;

    public IReadOnlyList<FeatureDescriptor> All => _graph.All;

    /// <summary>Features of the current shell, in starting order.</summary>
    public IReadOnlyList<FeatureDescriptor> Enabled => shells.Current?.Features ?? [];

    /// <summary>Enables features and all that they need.</summary>
    /// <exception cref="CmsException">404 <c>features.unknown</c>; 409 <c>features.dependencyOnly</c> for one that only another feature turns on.</exception>
    /// <exception cref="ModuleException">The features can not run together; nothing was changed.</exception>
    public Task<FeatureChange> EnableAsync(IReadOnlyCollection<string> ids, CancellationToken token = default) => ChangeAsync(settings => WithEnabled(settings, ids), token);

    /// <summary>Disables features, and those that only a dependency on them had turned on.</summary>
    /// <param name="withDependents">True to disable the enabled features that need them too; false to refuse.</param>
    /// <exception cref="CmsException">404 <c>features.unknown</c>; 409 <c>features.alwaysEnabled</c>, <c>features.current</c> (a current theme), <c>features.needed</c> (by the features named after the id).</exception>
    /// <exception cref="ModuleException">The remaining features can not run together; nothing was changed.</exception>
    public Task<FeatureChange> DisableAsync(IReadOnlyCollection<string> ids, bool withDependents = false, CancellationToken token = default) =>
        ChangeAsync(settings => WithDisabled(settings, ids, withDependents), token);

    /// <summary>Makes themes current; null for none. A current theme and what it needs are enabled with it.</summary>
    /// <exception cref="CmsException">404 <c>features.unknown</c>; 409 <c>features.notTheme</c>.</exception>
    public Task<FeatureChange> SetThemesAsync(string? theme, string? adminTheme, CancellationToken token = default) => ChangeAsync(settings => WithThemes(settings, theme, adminTheme), token);

    /// <summary>The settings with features and all that they need; nothing is changed.</summary>
    /// <inheritdoc cref="EnableAsync" path="/exception"/>
    public ShellSettings WithEnabled(ShellSettings settings, IReadOnlyCollection<string> ids)
    {
        var asked = ids.Select(Known).ToList();
        return asked.Find(f => f.EnabledByDependencyOnly) is { } hidden
            ? throw new CmsException("features.dependencyOnly", 409, hidden.Id)
            : With(settings, settings.Features.Concat(_graph.WithDependencies(ids).Select(f => f.Id)));
    }

    /// <summary>The settings without features; nothing is changed.</summary>
    /// <inheritdoc cref="DisableAsync" path="/exception"/>
    public ShellSettings WithDisabled(ShellSettings settings, IReadOnlyCollection<string> ids, bool withDependents = false)
    {
        var asked = ids.Select(id => Known(id).Id).ToList();
        var enabled = Effective(settings);
        var dependents = _graph.Dependents(asked).Where(enabled.Contains).Select(f => f.Id).ToList();
        if (dependents.Count > 0 && !withDependents)
        {
            throw new CmsException("features.needed", 409, string.Join(", ", asked), string.Join(", ", dependents));
        }

        var off = asked.Concat(dependents).ToHashSet(StringComparer.Ordinal);
        RefuseFixed(off, settings);
        return WithoutOrphans(With(settings, settings.Features.Where(id => !off.Contains(id))));
    }

    /// <summary>The settings with other themes, null for none; nothing is changed.</summary>
    /// <inheritdoc cref="SetThemesAsync" path="/exception"/>
    public ShellSettings WithThemes(ShellSettings settings, string? theme, string? adminTheme) => settings with { Theme = Theme(theme), AdminTheme = Theme(adminTheme) };

    /// <summary>What differs between two settings.</summary>
    public FeatureChange Difference(ShellSettings old, ShellSettings next)
    {
        var (before, after) = (Effective(old), Effective(next));
        return new FeatureChange([.. after.Except(before)], [.. before.Except(after)]);
    }

    /// <summary>True when a shell of the one is a shell of the other.</summary>
    public static bool Same(ShellSettings one, ShellSettings other) =>
        one.Theme == other.Theme && one.AdminTheme == other.AdminTheme && one.Features.ToHashSet(StringComparer.Ordinal).SetEquals(other.Features);

    private async Task<FeatureChange> ChangeAsync(Func<ShellSettings, ShellSettings> change, CancellationToken token)
    {
        var result = new FeatureChange([], []);
        await shells.SwapAsync(
            async stop =>
            {
                var old = await store.LoadAsync(stop);
                var next = change(old);
                result = Difference(old, next);
                return Same(old, next) ? null : next;
            },
            store.SaveAsync,
            token);
        Log.FeaturesChanged(log, Ids(result.Enabled), Ids(result.Disabled));
        return result;
    }

    private IReadOnlyList<FeatureDescriptor> Effective(ShellSettings settings) => new ShellPlan(_graph, settings).Features;

    private void RefuseFixed(HashSet<string> off, ShellSettings settings)
    {
        var required = _graph.WithDependencies(_graph.All.Where(f => f.IsAlwaysEnabled).Select(f => f.Id));
        if (required.FirstOrDefault(f => off.Contains(f.Id)) is { } always)
        {
            throw new CmsException("features.alwaysEnabled", 409, always.Id);
        }

        var themes = _graph.ThemeChain(settings.Theme).Concat(_graph.ThemeChain(settings.AdminTheme)).Select(t => t.Id);
        if (_graph.WithDependencies(themes).FirstOrDefault(f => off.Contains(f.Id)) is { } current)
        {
            throw new CmsException("features.current", 409, current.Id);
        }
    }

    private ShellSettings WithoutOrphans(ShellSettings settings)
    {
        var orphans = Effective(settings).Where(f => f.EnabledByDependencyOnly && !_graph.Dependents([f.Id]).Any(Effective(settings).Contains)).Select(f => f.Id).ToList();
        // A feature turned on by one that goes now may itself have turned on another.
        return orphans.TrueForAll(id => !settings.Features.Contains(id)) ? settings : WithoutOrphans(With(settings, settings.Features.Except(orphans)));
    }

    private static ShellSettings With(ShellSettings settings, IEnumerable<string> features) =>
        settings with { Features = [.. features.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    private FeatureDescriptor Known(string id) => _graph.Find(id) ?? throw new CmsException("features.unknown", 404, id);

    private string? Theme(string? id) =>
        string.IsNullOrEmpty(id) ? null : Known(id) is { IsTheme: true } theme ? theme.Id : throw new CmsException("features.notTheme", 409, id);

    private static string Ids(IReadOnlyList<FeatureDescriptor> features) => string.Join(", ", features.Select(f => f.Id));
}
