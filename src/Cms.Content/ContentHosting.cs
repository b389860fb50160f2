using Cms.Content.Doctor;
using Cms.Content.Following;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Content;

/// <summary>What of content lives in the host: the stored features and the loop of the followers.</summary>
public static class ContentHosting
{
    public static IServiceCollection AddContentHost(this IServiceCollection services) => services
        .AddSingleton<IFeatureStore, FeatureStore>()
        .AddHostedService<ChangeFollowing>()
        .AddSingleton<IDoctorCheck, SettingsCheck>()
        .AddRecipeHost()
        .ShareWithShells<IDatabase>()
        .ShareWithShells<IChangeLog>()
        .ShareWithShells<MigrationRunner>();

    /// <summary>Brings the engine's own tables up to date, before anything is read from them, and finishes what a crash interrupted.</summary>
    /// <exception cref="SchemaTooNewException">The database was written by a newer program.</exception>
    public static async Task PrepareStoreAsync(this IServiceProvider host, CancellationToken token = default)
    {
        await host.GetRequiredService<MigrationRunner>().RunAsync(Migrations, token);
        await host.GetRequiredService<MediaFiles>().FinishAsync(token);
    }

    /// <summary>The engine's own tables.</summary>
    public static IReadOnlyList<MigrationSet> Migrations { get; } = [new DataMigrations(), new ContentMigrations()];
}
