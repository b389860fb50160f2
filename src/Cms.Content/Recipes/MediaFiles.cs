using System.Security.Cryptography;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>
/// Files of the media folder, written in two steps so that a crash leaves none half written and none forgotten: staged beside their place before the
/// transaction, which records them, and renamed after it.
/// </summary>
public sealed class MediaFiles(WebsiteSettings website, SettingsStore settings, IDatabase database)
{
    private const string Document = "recipe-media";
    private const int MaxPathLength = 512;

    /// <summary>Folder of the media files.</summary>
    public string Folder { get; } = Path.Combine(website.DataPath, "media");

    private string Staging => Path.Combine(Folder, ".staging");

    /// <summary>The file of a path inside the media folder, <c>images/a.jpg</c>; null for a path that leads out of it or into hidden folders.</summary>
    public string? Find(string path)
    {
        var segments = path.Split('/');
        if (path.Length is 0 or > MaxPathLength || Array.Exists(segments, s => s.Length == 0 || s.StartsWith('.') || s.EndsWith('.') || s.EndsWith(' ')) || path.Any(c => char.IsControl(c) || c is '\\' or ':'))
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine([Folder, .. segments]));
        return file.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }

    public bool Exists(string path) => Find(path) is { } file && File.Exists(file);

    /// <summary>Paths of the files in the order of the alphabet, at most <paramref name="limit"/>; hidden folders are left out.</summary>
    public IReadOnlyList<string> List(int limit) => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => Find(path) is not null)
            .Order(StringComparer.Ordinal)
            .Take(limit)];

    /// <summary>True when the file is there with this content.</summary>
    internal async Task<bool> HoldsAsync(string path, byte[] hash, CancellationToken token)
    {
        var file = Find(path)!;
        if (!File.Exists(file))
        {
            return false;
        }

        await using var stream = File.OpenRead(file);
        return (await SHA256.HashDataAsync(stream, token)).AsSpan().SequenceEqual(hash);
    }

    /// <summary>Writes the content beside its place, durably.</summary>
    /// <returns>What the transaction records.</returns>
    internal async Task<StagedFile> StageAsync(string path, Stream content, CancellationToken token)
    {
        Directory.CreateDirectory(Staging);
        var staged = new StagedFile(Items.IdGenerator.NewId(), path);
        await using var stream = new FileStream(Path.Combine(Staging, staged.Name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(stream, token);
        stream.Flush(flushToDisk: true);
        return staged;
    }

    internal static Task RecordAsync(WriteUnit unit, IReadOnlyList<StagedFile> files) => SettingsStore.PutAsync(unit, Document, new StagedFiles(files));

    /// <summary>Renames what a committed transaction recorded, and throws away what was staged for one that never was. Also what a start does first.</summary>
    public async Task FinishAsync(CancellationToken token = default)
    {
        if (await settings.FindAsync<StagedFiles>(Document, token) is { Files.Count: > 0 } recorded)
        {
            foreach (var staged in recorded.Files)
            {
                Rename(staged);
            }

            await database.WriteAsync(unit => RecordAsync(unit, []), token);
        }

        if (Directory.Exists(Staging))
        {
            Directory.Delete(Staging, recursive: true);
        }
    }

    private void Rename(StagedFile staged)
    {
        var source = Path.Combine(Staging, staged.Name);
        if (File.Exists(source) && Find(staged.Path) is { } target)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(source, target, overwrite: true);
        }
    }
}

/// <summary>A file that waits for its transaction.</summary>
/// <param name="Name">Name in the staging folder.</param>
/// <param name="Path">Its place in the media folder.</param>
internal sealed record StagedFile(string Name, string Path);

/// <summary>Stored list of <see cref="StagedFile"/>.</summary>
internal sealed record StagedFiles(IReadOnlyList<StagedFile> Files);
