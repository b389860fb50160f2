using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Web.Verbs.Backup;

/// <summary>
/// Puts a backup in place, all of it or nothing: everything is staged inside the data folder first, then a mark is set, and from then on each step can be
/// done again, so that a start after a crash finishes what the mark promises.
/// </summary>
internal sealed class Restoration(WebsiteSettings settings, IDatabaseCopy copy)
{
    private const string Mark = "ready";

    /// <summary>Folder that a backup is staged in.</summary>
    public string Staging { get; } = Path.Combine(settings.DataPath, ".restore");

    /// <summary>Makes the staging folder empty; what an earlier try left in it was never promised.</summary>
    public void Begin()
    {
        Abandon();
        Directory.CreateDirectory(Staging);
        Directory.CreateDirectory(Path.Combine(Staging, BackupManifest.Media));
        Directory.CreateDirectory(Path.Combine(Staging, BackupManifest.Keys));
    }

    public void Abandon()
    {
        if (Directory.Exists(Staging))
        {
            Directory.Delete(Staging, recursive: true);
        }
    }

    /// <summary>Promises that what is staged will be in place.</summary>
    public void Promise()
    {
        using var mark = new FileStream(Path.Combine(Staging, Mark), FileMode.Create);
        mark.Flush(flushToDisk: true);
    }

    /// <summary>Finishes a restoration that was promised, and forgets one that was not. Before anything reads the store.</summary>
    /// <exception cref="BackupException">The database refused its copy; nothing was changed.</exception>
    public async Task FinishAsync(CancellationToken token = default)
    {
        var mark = Path.Combine(Staging, Mark);
        if (File.Exists(mark))
        {
            try
            {
                await copy.RestoreAsync(Path.Combine(Staging, BackupManifest.Database), token);
            }
            catch (BackupException)
            {
                File.Delete(mark);
                Abandon();
                throw;
            }

            Swap(BackupManifest.Media);
            Swap(BackupManifest.Keys);
            Forget("search");
        }

        Abandon();
    }

    private void Swap(string folder)
    {
        var (staged, target, old) = (Path.Combine(Staging, folder), Path.Combine(settings.DataPath, folder), Path.Combine(Staging, "old-" + folder));
        if (!Directory.Exists(staged))
        {
            return;
        }

        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        Directory.Move(staged, target);
    }

    private void Forget(string folder)
    {
        var target = Path.Combine(settings.DataPath, folder);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
    }
}
