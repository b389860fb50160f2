using Cms.Core.Modules;

namespace Cms.Core.Hosting;

/// <summary>The shell that a service belongs to; a singleton in each shell.</summary>
/// <param name="Number">Grows with every shell built in this process: part of the key of anything cached outside the shell.</param>
/// <param name="Features">Enabled features in starting order.</param>
/// <param name="Theme">Id of the public website's theme; null for none.</param>
/// <param name="AdminTheme">Id of the administration's theme; null for none.</param>
/// <param name="Retiring">
/// Cancelled as soon as another shell takes over or the program stops. A stream that would last longer than the drain (30 seconds) watches it
/// and ends by itself; its reader then connects to the new shell.
/// </param>
public sealed record ShellContext(int Number, IReadOnlyList<FeatureDescriptor> Features, string? Theme, string? AdminTheme, CancellationToken Retiring)
{
    public bool IsEnabled(string feature) => Features.Any(f => f.Id == feature);
}
