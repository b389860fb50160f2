namespace Cms.Core.Hosting;

/// <summary>What a shell is made of: stored data. Features that are always enabled need not be named; a current theme counts as enabled.</summary>
/// <param name="Features">Ids of the enabled features. One that no module declares any more is kept here and left out of the shell.</param>
/// <param name="Theme">Id of the public website's theme; null for none.</param>
/// <param name="AdminTheme">Id of the administration's theme; null for none.</param>
public sealed record ShellSettings(IReadOnlyList<string> Features, string? Theme = null, string? AdminTheme = null)
{
    public static ShellSettings Empty { get; } = new([]);
}

/// <summary>Where <see cref="ShellSettings"/> are stored.</summary>
public interface IFeatureStore
{
    Task<ShellSettings> LoadAsync(CancellationToken token = default);

    /// <summary>Durable when it returns. Called after the new shell was built and warmed and before it is swapped in.</summary>
    Task SaveAsync(ShellSettings settings, CancellationToken token = default);
}

/// <summary>Keeps the settings as long as the process lives: for tests, and for a host without a database.</summary>
public sealed class MemoryFeatureStore(ShellSettings? settings = null) : IFeatureStore
{
    private volatile ShellSettings _settings = settings ?? ShellSettings.Empty;

    public Task<ShellSettings> LoadAsync(CancellationToken token = default) => Task.FromResult(_settings);

    public Task SaveAsync(ShellSettings settings, CancellationToken token = default)
    {
        _settings = settings;
        return Task.CompletedTask;
    }
}
