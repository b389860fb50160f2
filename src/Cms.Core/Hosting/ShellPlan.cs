using Cms.Core.Modules;

namespace Cms.Core.Hosting;

/// <summary>What a shell will hold, worked out from its settings before anything is built.</summary>
internal sealed class ShellPlan
{
    public ShellPlan(FeatureGraph graph, ShellSettings settings)
    {
        var theme = graph.ThemeChain(settings.Theme);
        var admin = graph.ThemeChain(settings.AdminTheme);
        var themes = theme.Concat(admin).Distinct().ToList();
        Theme = theme.Count > 0 ? theme[0].Id : null;
        AdminTheme = admin.Count > 0 ? admin[0].Id : null;
        Features = [.. graph
            .WithDependencies([.. settings.Features, .. graph.All.Where(f => f.IsAlwaysEnabled).Select(f => f.Id), .. themes.Select(t => t.Id)])
            // A theme takes part only while it is current, or the base of the current one: its overrides must not show otherwise.
            .Where(f => !f.IsTheme || themes.Contains(f))];
        Unknown = [.. settings.Features.Append(settings.Theme).Append(settings.AdminTheme).OfType<string>().Where(id => id.Length > 0 && graph.Find(id) is null)];
        // Views are searched in the order of the modules and the first path found wins, so themes come first.
        Modules = [.. themes.Concat(Features).Select(f => f.Module).Distinct()];
    }

    public IReadOnlyList<FeatureDescriptor> Features { get; }

    public string? Theme { get; }

    public string? AdminTheme { get; }

    public IReadOnlyList<ModuleDescriptor> Modules { get; }

    /// <summary>Stored ids that no module declares: a module that was taken out of the project must not stop the website.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public IEnumerable<(StartupDescriptor Startup, string Feature)> Startups()
    {
        var enabled = Features.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return Features.SelectMany(f => f.Startups.Where(s => s.RequiredFeatures.All(enabled.Contains)).Select(s => (s, f.Id)));
    }
}
