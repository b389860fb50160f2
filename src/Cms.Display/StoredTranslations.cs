using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Microsoft.Extensions.Hosting;

namespace Cms.Display;

/// <summary>Gives a new shell the texts that administrators translated, before its first request.</summary>
internal sealed class StoredTranslations(SettingsStore settings, PoCatalog texts) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var stored = await settings.FindAsync<List<Translation>>(Translation.Document, cancellationToken) ?? [];
        texts.Override(stored.Where(t => t.Value.Length > 0).GroupBy(t => t.Culture, StringComparer.Ordinal).ToDictionary(of => of.Key, of => (IReadOnlyList<PoEntry>)[.. of.Select(Entry)]));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A class or view has its full name as its context; Orchard Core's kinds of data, such as <c>Content Types</c>, have no dot, and hold wherever the text stands.</summary>
    private static PoEntry Entry(Translation translation) =>
        new(translation.Context.Contains('.', StringComparison.Ordinal) ? translation.Context : null, translation.Key, null, [translation.Value]);
}
