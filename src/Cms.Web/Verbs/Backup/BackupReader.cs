using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Cms.Content.Recipes;
using Cms.Data;

namespace Cms.Web.Verbs.Backup;

/// <summary>Takes a backup apart into a folder. Nothing in it is believed: places, lengths and hashes are checked while its bytes are read.</summary>
internal sealed class BackupReader(MediaFiles media)
{
    private const int MaxManifest = 64 * 1024 * 1024;
    private const long Reserve = 100L * 1024 * 1024;

    // A database full of text packs ten to one; a bomb a thousand to one.
    private const int MaxRatio = 250;
    private const int SmallFile = 1024 * 1024;

    /// <exception cref="BackupException">It is no backup, it is damaged, or it would write where a backup has nothing to write.</exception>
    public async Task<BackupManifest> ReadAsync(string file, string folder, CancellationToken token)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var manifest = await ManifestAsync(zip, file, token);
            Check(zip, manifest, file, folder);
            foreach (var expected in manifest.Files)
            {
                await ExtractAsync(zip.GetEntry(expected.Path)!, expected, folder, file, token);
            }

            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException or NotSupportedException)
        {
            throw new BackupException("backup.unreadable", file);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, string file, CancellationToken token)
    {
        var entry = zip.GetEntry(BackupManifest.Entry);
        if (entry is null || entry.Length > MaxManifest)
        {
            throw new BackupException("backup.unreadable", file);
        }

        await using var stream = entry.Open();
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(new LimitedStream(stream, MaxManifest), cancellationToken: token);
        return manifest is { Format: BackupManifest.CurrentFormat, Files: not null, Provider: not null, Shell.Features: not null, Migrations: not null } ? manifest : throw new BackupException("backup.unreadable", file);
    }

    private void Check(ZipArchive zip, BackupManifest manifest, string file, string folder)
    {
        var paths = manifest.Files.Select(f => f.Path).ToList();
        var isWhole = paths.Contains(BackupManifest.Database)
            && paths.Distinct(StringComparer.OrdinalIgnoreCase).Count() == paths.Count
            && zip.Entries.Count == paths.Count + 1
            && paths.TrueForAll(path => zip.GetEntry(path) is not null && BackupManifest.IsPlace(path, media));
        if (!isWhole || manifest.Files.Any(f => f.Length < 0 || (f.Length > SmallFile && f.Length / MaxRatio > zip.GetEntry(f.Path)!.CompressedLength)))
        {
            throw new BackupException("backup.damaged", file);
        }

        if (manifest.Files.Sum(f => f.Length) > new DriveInfo(folder).AvailableFreeSpace - Reserve)
        {
            throw new StoreFullException();
        }
    }

    private static async Task ExtractAsync(ZipArchiveEntry entry, BackupFile expected, string folder, string file, CancellationToken token)
    {
        var target = Path.Combine([folder, .. expected.Path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var source = new LimitedStream(entry.Open(), expected.Length);
        await using (var stream = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            await source.CopyToAsync(stream, token);
            stream.Flush(flushToDisk: true);
            stream.Position = 0;
            if (stream.Length != expected.Length || Convert.ToHexString(await SHA256.HashDataAsync(stream, token)) != expected.Sha256)
            {
                throw new BackupException("backup.damaged", file);
            }
        }
    }
}
