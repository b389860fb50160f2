using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Data;
using Dapper;

namespace Cms.Content.Recipes;

/// <summary>Finds references of a run's items that lead nowhere: to nothing stored, and to nothing that the run brings.</summary>
internal sealed class ReferenceCheck(IDatabase database, ContentStore store, ContentDefinitions definitions, MediaFiles media, PlannedMedia plannedMedia, IReadOnlyCollection<PlannedItem> items)
{
    private const int Batch = 500;

    public async Task RunAsync(RecipePlan plan, CancellationToken token)
    {
        var written = items.Where(i => i.Write is not null).ToList();
        var references = written.SelectMany(i => i.Write!.OwnReferences.Concat(i.Write.SharedReferences).Distinct().Select(r => (Item: i, r.Path, r.Reference))).ToList();
        var known = await KnownAsync(references.ConvertAll(r => r.Reference), token);
        foreach (var (item, path, reference) in references.Where(r => !known.Contains(r.Reference)))
        {
            plan.Error(item.Step, item.Line, new Failure("reference.missing", path, reference.Kind, reference.Target));
        }
    }

    private async Task<HashSet<Reference>> KnownAsync(List<Reference> asked, CancellationToken token)
    {
        var known = items.Select(i => new Reference(Reference.Set, i.Set)).ToHashSet();
        known.UnionWith(plannedMedia.Paths.Select(path => new Reference(Reference.Media, path)));
        known.UnionWith(items.SelectMany(i => i.Item is { } item ? StoredTerms.Of(item) : []));
        known.UnionWith(Missing(Reference.Media).Where(r => media.Exists(r.Target)));
        foreach (var batch in Missing(Reference.Set).Select(r => r.Target).Chunk(Batch))
        {
            var sets = await database.ReadAsync(c => c.QueryAsync<string>($"SELECT DISTINCT set_id FROM content_item WHERE deleted_utc IS NULL AND {database.Dialect.IsAmong("set_id", "@batch")}", new { batch }), token);
            known.UnionWith(sets.Select(set => new Reference(Reference.Set, set)));
        }

        if (Missing(Reference.Term).Count > 0)
        {
            known.UnionWith(await StoredTerms.AllAsync(store, definitions, database.Dialect, ContentVersion.Latest, token));
        }

        return known;

        List<Reference> Missing(string kind) => [.. asked.Where(r => r.Kind == kind && r.Target is not null && !known.Contains(r)).Distinct()];
    }
}
