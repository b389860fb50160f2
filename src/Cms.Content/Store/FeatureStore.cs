using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>Keeps what the shell is made of in the website's settings.</summary>
public sealed class FeatureStore(IDatabase database, IChangeLog changes) : IFeatureStore
{
    private const string Name = "features";

    public async Task<ShellSettings> LoadAsync(CancellationToken token = default) =>
        await new SettingsStore(database).FindAsync<ShellSettings>(Name, token) ?? ShellSettings.Empty;

    public Task SaveAsync(ShellSettings settings, CancellationToken token = default) =>
        database.WriteAsync(
            async unit =>
            {
                await PutAsync(unit, settings);
                return true;
            },
            token);

    /// <summary>The same inside a transaction that changes more than the features.</summary>
    internal async Task PutAsync(WriteUnit unit, ShellSettings settings)
    {
        await SettingsStore.PutAsync(unit, Name, settings);
        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Feature, "change"));
    }
}
