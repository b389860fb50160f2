using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Recipes;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Web.Verbs.Backup;

/// <summary>Writes database, media and keys into one file; the website may go on meanwhile.</summary>
internal sealed class BackupVerb(WebsiteSettings settings, IDatabase database, IDatabaseCopy copy, IFeatureStore features, MigrationRunner migrations, MediaFiles media, TimeProvider time) : IVerb
{
    private static readonly EnumerationOptions _ownFiles = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public string Name => "backup";

    public string Usage => "FILE: writes database, media and keys into a file; whoever has it has the website, keep it safe";

    public string? PageInstead(IReadOnlyList<string> arguments) => null;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        if (arguments is not [var name] || Directory.Exists(name) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(name))))
        {
            await Console.Error.WriteLineAsync($"{Name} {Usage}; its folder must exist");
            return ExitCode.Failed;
        }

        var file = Path.GetFullPath(name);
        var (partial, data) = (file + ".partial", file + ".database");
        try
        {
            await copy.BackupAsync(data, token);
            await WriteAsync(partial, data, token);
            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
            File.Delete(data);
        }

        await Console.Out.WriteLineAsync($"Written: {file}");
        return 0;
    }

    private async Task WriteAsync(string partial, string data, CancellationToken token)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(partial, options);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = new List<BackupFile> { await AddAsync(zip, BackupManifest.Database, data, token) };
            foreach (var (path, file) in Files(BackupManifest.Media).Concat(Files(BackupManifest.Keys)))
            {
                files.Add(await AddAsync(zip, path, file, token));
            }

            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat, Utc.Text(time.GetUtcNow()), database.Dialect.Name, await features.LoadAsync(token), await migrations.AppliedAsync(token), files);
            await using var entry = zip.CreateEntry(BackupManifest.Entry).Open();
            await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: token);
        }

        stream.Flush(flushToDisk: true);
    }

    private IEnumerable<(string Path, string File)> Files(string folder)
    {
        var root = Path.Combine(settings.DataPath, folder);
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(root, "*", _ownFiles).Order(StringComparer.Ordinal))
        {
            var path = $"{folder}/{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}";
            if (path.Contains("/.", StringComparison.Ordinal))
            {
                continue;
            }

            yield return BackupManifest.IsPlace(path, media) ? (path, file) : throw new CmsException("backup.name", 409, path);
        }
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string path, string file, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = File.OpenRead(file);
        await using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        var buffer = new byte[128 * 1024];
        long length = 0;
        int count;
        while ((count = await source.ReadAsync(buffer, token)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            await entry.WriteAsync(buffer.AsMemory(0, count), token);
            length += count;
        }

        return new BackupFile(path, length, Convert.ToHexString(hash.GetHashAndReset()));
    }
}
