using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>The terms of the stored taxonomies, as references name them.</summary>
internal static class StoredTerms
{
    public static async Task<IEnumerable<Reference>> AllAsync(ContentStore store, ContentDefinitions definitions, ISqlDialect dialect, ContentVersion version, CancellationToken token)
    {
        var types = definitions.Types.Where(t => t.Part(nameof(TermsPart)) is not null).Select(t => t.Name).ToArray();
        var flag = version == ContentVersion.Published ? "l.published = 1" : "l.latest = 1";
        return types.Length == 0 ? [] : (await store.ManyAsync($"{flag} AND {dialect.IsAmong("l.type", "@types")}", new { types }, version, token)).SelectMany(Of);
    }

    public static IEnumerable<Reference> Of(ContentItem item) => item.Has<TermsPart>() ? item.As<TermsPart>().Terms.Rows.Select(row => new Reference(Reference.Term, row.Id)) : [];
}
