namespace Cms.Core.Hosting;

/// <summary>
/// What the first pages of a new shell need, read and compiled on another core while its pipeline is built. Registered as a scoped service. One that fails is
/// logged and harms nobody: the first visitor waits for it instead.
/// </summary>
public interface IShellPreparation
{
    Task PrepareAsync(CancellationToken token = default);
}
