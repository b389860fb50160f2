using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Microsoft.Extensions.Hosting;

namespace Cms.Display;

/// <summary>Gives a new shell the texts that administrators translated, before its first request.</summary>
internal sealed class StoredTranslations(SettingsStore settings, PoCatalog texts) : IHostedService
{
    private Task? _loaded;

    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Loads them, the first time it is called: whoever keeps localised texts before the services start calls it first.</summary>
    public Task LoadAsync(CancellationToken token) => _loaded ??= ReadAsync(token);

    private async Task ReadAsync(CancellationToken token)
    {
        var stored = await settings.FindAsync<List<Translation>>(Translation.Document, token) ?? [];
        texts.Override(stored.Where(t => t.Value.Length > 0).GroupBy(t => t.Culture, StringComparer.Ordinal).ToDictionary(of => of.Key, of => (IReadOnlyList<PoEntry>)[.. of.Select(Entry)]));
    }

    /// <summary>A class or view has its full name as its context; Orchard Core's kinds of data, such as <c>Content Types</c>, have no dot, and hold wherever the text stands.</summary>
    private static PoEntry Entry(Translation translation) =>
        new(translation.Context.Contains('.', StringComparison.Ordinal) ? translation.Context : null, translation.Key, null, [translation.Value]);
}
