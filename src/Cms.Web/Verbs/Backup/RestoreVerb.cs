using Cms.Content;
using Cms.Content.Recipes;
using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Web.Verbs.Backup;

/// <summary>Replaces database, media and keys by those of a backup.</summary>
internal sealed class RestoreVerb(
    IServiceProvider host, IDatabase database, MigrationRunner migrations, IFeatureStore features, MediaFiles media, ShellHost shells, Restoration restoration) : IVerb
{
    private const string Force = "--force";

    public string Name => "restore";

    public string Usage => "FILE [--force]: replaces everything by a backup; a website that is set up is replaced with --force only";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        if (arguments.Where(a => a != Force).ToList() is not [var file])
        {
            await Console.Error.WriteLineAsync($"{Name} {Usage}");
            return ExitCode.Failed;
        }

        if (!arguments.Contains(Force) && await IsInUseAsync(token))
        {
            await Console.Error.WriteLineAsync("This data folder holds a website. Make a backup of it, then add --force to replace it.");
            return ExitCode.Failed;
        }

        await RestoreAsync(file, token);
        await Console.Out.WriteLineAsync("Restored. The search index is made anew when the website starts.");
        return 0;
    }

    private async Task RestoreAsync(string file, CancellationToken token)
    {
        restoration.Begin();
        try
        {
            var manifest = await new BackupReader(media).ReadAsync(Path.GetFullPath(file), restoration.Staging, token);
            await CheckAsync(manifest, token);
        }
        catch
        {
            restoration.Abandon();
            throw;
        }

        restoration.Promise();
        await restoration.FinishAsync(CancellationToken.None);
        await host.PrepareStoreAsync(CancellationToken.None);
    }

    private async Task<bool> IsInUseAsync(CancellationToken token) =>
        (await features.LoadAsync(token)).Features.Count > 0 || (Directory.Exists(media.Folder) && Directory.EnumerateFileSystemEntries(media.Folder).Any());

    /// <summary>The program must know every table of the copy; PostgreSQL also wants them all to be there before.</summary>
    private async Task CheckAsync(BackupManifest manifest, CancellationToken token)
    {
        if (manifest.Provider != database.Dialect.Name)
        {
            throw new BackupException("backup.provider", manifest.Provider);
        }

        await using var rehearsal = await shells.RehearseAsync(manifest.Shell, token);
        var sets = ContentHosting.Migrations.Concat(rehearsal.Services.GetServices<MigrationSet>()).ToList();
        var newer = manifest.Migrations.FirstOrDefault(m => sets.Find(set => set.Module == m.Key) is { } set && m.Value > set.Migrations.Count);
        if (newer.Key is not null)
        {
            throw new BackupException("backup.schema", newer.Key);
        }

        if (database.Dialect.Name == DatabaseSettings.PostgreSql)
        {
            await migrations.RunAsync(sets, token);
        }
    }
}
