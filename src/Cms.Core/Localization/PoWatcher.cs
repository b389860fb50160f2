using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Cms.Core.Localization;

/// <summary>Tells when a PO file is added, changed or removed; polls where the system can not notify (no inotify instance left, network drives).</summary>
internal sealed class PoWatcher : IDisposable
{
    private const string Pattern = "**/*.po";
    private readonly List<IDisposable> _watching = [];

    public PoWatcher(PoOptions options, ILogger logger, Action changed)
    {
        if (options.DataFolder is { } folder)
        {
            TryCreate(folder, logger);
        }

        foreach (var root in new[] { options.ProgramFolder, options.DataFolder }.OfType<string>().Where(Directory.Exists))
        {
            Watch(root, changed);
        }
    }

    public void Dispose() => _watching.ForEach(watched => watched.Dispose());

    private static void TryCreate(string folder, ILogger logger)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FolderNotMade(logger, e, folder);
        }
    }

    private void Watch(string root, Action changed)
    {
        var files = new PhysicalFileProvider(root);
        try
        {
            files.Watch(Pattern);
        }
        catch (IOException)
        {
            files.Dispose();
            files = new PhysicalFileProvider(root) { UsePollingFileWatcher = true, UseActivePolling = true };
        }

        _watching.Add(ChangeToken.OnChange(() => files.Watch(Pattern), changed));
        _watching.Add(files);
    }
}
