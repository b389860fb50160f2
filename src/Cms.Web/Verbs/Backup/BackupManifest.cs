using System.Text.RegularExpressions;
using Cms.Content.Recipes;
using Cms.Core.Hosting;

namespace Cms.Web.Verbs.Backup;

/// <summary>What a backup says about itself: first what it needs, then every file with its length and hash.</summary>
/// <param name="Format">Grows when older programs can no longer read it.</param>
/// <param name="Provider">Database that the copy belongs to.</param>
/// <param name="Shell">Features of the website, whose tables the copy holds.</param>
/// <param name="Migrations">Last migration of each module.</param>
internal sealed partial record BackupManifest(
    int Format, string Utc, string Provider, ShellSettings Shell, IReadOnlyDictionary<string, long> Migrations, IReadOnlyList<BackupFile> Files)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";
    public const string Database = "database";
    public const string Media = "media";
    public const string Keys = "keys";

    /// <summary>True for a place that a backup may write to; a path that leads anywhere else comes from somebody hostile.</summary>
    public static bool IsPlace(string path, MediaFiles media) =>
        path == Database ||
        (path.StartsWith(Media + "/", StringComparison.Ordinal) && media.Find(path[(Media.Length + 1)..]) is not null) ||
        (path.StartsWith(Keys + "/", StringComparison.Ordinal) && KeyFile().IsMatch(path[(Keys.Length + 1)..]));

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,100}\.xml$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyFile();
}

/// <summary>One file of a backup.</summary>
/// <param name="Path">Place in the data folder, with slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hexadecimal, upper case.</param>
internal sealed record BackupFile(string Path, long Length, string Sha256);
