using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Cms.Core.Localization;

/// <summary>
/// The translated texts of a shell, by culture. A culture is read when it is first asked for; when a file changes, all are forgotten at once and read
/// anew, so no reader ever sees half of a change.
/// </summary>
public sealed class PoCatalog : IDisposable
{
    private static readonly Encoding _strictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private readonly PoOptions _options;
    private readonly ILogger<PoCatalog> _logger;
    private readonly PoWatcher _watcher;
    private ConcurrentDictionary<string, Lazy<PoTexts>> _cultures = new(StringComparer.Ordinal);
    private ConfigurationReloadToken _changed = new();
    private volatile IReadOnlyDictionary<string, IReadOnlyList<PoEntry>> _own = new Dictionary<string, IReadOnlyList<PoEntry>>();

    public PoCatalog(PoOptions options, ILogger<PoCatalog> logger)
    {
        _options = options;
        _logger = logger;
        _watcher = new PoWatcher(options, logger, Reload);
    }

    /// <summary>Fires once, when texts have changed: what was made from them is to be made again.</summary>
    public IChangeToken Changes => _changed;

    /// <summary>
    /// The translated forms of a text: with its context, then without, in the culture and then in its parents. The context compares without case, the
    /// text with case. Null when nothing translates it.
    /// </summary>
    /// <param name="found">The culture whose plural rule the forms follow.</param>
    public IReadOnlyList<string>? Find(CultureInfo culture, string? context, string id, out CultureInfo found)
    {
        for (found = culture; found.Name.Length > 0; found = found.Parent)
        {
            if (TextsOf(found).Find(context, id) is { } forms)
            {
                return forms;
            }
        }

        return null;
    }

    /// <summary>Every translated text of one culture that a context sees, without the parents' ones.</summary>
    public IEnumerable<(string Id, string Text)> All(CultureInfo culture, string? context) => TextsOf(culture).All(context);

    /// <summary>Takes texts that win over those of every file: what administrators translated, by the name of the culture.</summary>
    public void Override(IReadOnlyDictionary<string, IReadOnlyList<PoEntry>> texts)
    {
        _own = texts;
        Reload();
    }

    /// <summary>Forgets what was read. Called when a file changes.</summary>
    public void Reload()
    {
        Interlocked.Exchange(ref _cultures, new ConcurrentDictionary<string, Lazy<PoTexts>>(StringComparer.Ordinal));
        Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
    }

    public void Dispose() => _watcher.Dispose();

    private PoTexts TextsOf(CultureInfo culture) =>
        _cultures.GetOrAdd(culture.Name, static (_, at) => new Lazy<PoTexts>(() => at.Catalog.Read(at.Culture)), (Catalog: this, Culture: culture)).Value;

    private PoTexts Read(CultureInfo culture) => new(PoPlaces.Files(_options, culture).SelectMany(ReadFile), _own.GetValueOrDefault(culture.Name, []));

    private IReadOnlyList<PoEntry> ReadFile(string path)
    {
        try
        {
            using var reader = new StreamReader(path, _strictUtf8);
            var file = PoParser.Parse(reader, path);
            foreach (var error in file.Errors)
            {
                Log.EntrySkipped(_logger, error.File, error.Line, error.Message);
            }

            return file.Entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Log.FileSkipped(_logger, e, path);
            return [];
        }
    }
}
