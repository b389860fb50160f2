using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Following;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Data;
using Cms.Search.Index;
using Microsoft.Extensions.Logging;

namespace Cms.SearchPages;

/// <summary>
/// Keeps the index up to date with what is published. An index that is new, damaged, or of another database is filled from the content itself; from then on
/// each change of the log puts its set in again, with those whose pages show it.
/// </summary>
internal sealed class SearchFollower(
    SearchIndex index,
    IChangeLog changes,
    ContentStore store,
    ContentLists lists,
    ContentDefinitions definitions,
    CultureSettings cultures,
    SearchDocuments documents,
    ILogger<SearchFollower> log) : IChangeFollower
{
    /// <summary>Position of an index that is being filled: no place in the log, so that a filling that was cut off begins again.</summary>
    private const string Filling = "filling";

    private const int Batch = 100;
    private const int MostDependents = 100_000;

    public string Name => "search";

    public async Task<ChangeLogPosition> PositionAsync(CancellationToken token)
    {
        var latest = await changes.LatestAsync(token);
        return Parse(await index.PositionAsync(token)) is { } position && position <= latest ? position : await FillAsync(token);
    }

    public async Task FollowAsync(IReadOnlyList<LoggedChange> lines, ChangeLogPosition reached, CancellationToken token)
    {
        // What is searchable, or which types there are, may be another now for every item.
        if (lines.Any(line => line.Entry.Kind is ChangeLogEntry.Kinds.Definition or ChangeLogEntry.Kinds.Feature))
        {
            await FillAsync(token);
            return;
        }

        var sets = lines.Where(line => line.Entry.Kind == ChangeLogEntry.Kinds.Content).Select(line => line.Entry.Set).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var set in sets.ToList())
        {
            var dependents = await store.UsesAsync(Reference.Set, set, published: true, MostDependents, token);
            sets.UnionWith(dependents.Select(use => use.SetId));
        }

        await PutAsync(sets, reached, token);
    }

    /// <summary>In batches at the old position: a crash between two does them again, which changes nothing.</summary>
    private async Task PutAsync(IEnumerable<string> sets, ChangeLogPosition reached, CancellationToken token)
    {
        var before = await index.PositionAsync(token);
        foreach (var batch in sets.Chunk(Batch))
        {
            await PutAsync(batch, before ?? Filling, token);
        }

        // A file that was lost on the way is a new one by now, without all that it held.
        if (before is null || await index.PositionAsync(token) != before)
        {
            await FillAsync(token);
            return;
        }

        await index.ApplyAsync([], [], reached.ToString(), token);
    }

    private async Task PutAsync(string[] sets, string position, CancellationToken token)
    {
        var found = await documents.OfAsync(await store.LanguagesAsync(sets, ContentVersion.Published, token), token);
        var kept = found.Select(document => (document.LocalizationSet, document.Culture)).ToHashSet();
        var gone = sets.SelectMany(set => cultures.Names.Select(culture => (set, culture))).Where(key => !kept.Contains(key));
        await index.ApplyAsync(found, [.. gone], position, token);
    }

    private async Task<ChangeLogPosition> FillAsync(CancellationToken token)
    {
        // Before anything is read: what changes during the filling is followed afterwards.
        var position = await changes.LatestAsync(token);
        await index.ClearAsync(token);
        foreach (var type in definitions.Types.Where(type => type.IsRoutable || type.ListPaths.Count > 0))
        {
            foreach (var culture in cultures.Names)
            {
                await foreach (var batch in lists.WalkAsync(type.Name, culture, Batch, token))
                {
                    await index.ApplyAsync(await documents.OfAsync(batch, token), [], Filling, token);
                }
            }
        }

        await index.ApplyAsync([], [], position.ToString(), token);
        Log.IndexFilled(log, await index.CountAsync(token));
        return position;
    }

    /// <summary>A position as the index keeps it; null for an index that is empty or being filled.</summary>
    internal static ChangeLogPosition? Parse(string? text) =>
        text?.Split('-') is [var transaction, var number]
        && long.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? new ChangeLogPosition(first, second)
            : null;
}
