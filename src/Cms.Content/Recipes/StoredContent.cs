using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Data;
using Dapper;

namespace Cms.Content.Recipes;

/// <summary>What is stored of the items of a run, read in batches before they are planned.</summary>
internal sealed class StoredContent
{
    private const int Batch = 500;
    private readonly Dictionary<string, ItemState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), ItemState> _languages = [];
    private readonly Dictionary<string, ItemRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SetRow> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _versions = new(StringComparer.Ordinal);

    private StoredContent()
    {
    }

    public static async Task<StoredContent> LoadAsync(IDatabase database, IReadOnlyCollection<PlannedItem> items, CancellationToken token)
    {
        var stored = new StoredContent();
        var dialect = database.Dialect;
        foreach (var batch in items.Chunk(Batch))
        {
            var args = new
            {
                ids = batch.Select(i => i.Incoming.ContentItemId).ToArray(),
                sets = batch.Select(i => i.Set).Distinct().ToArray(),
                versions = batch.Select(i => i.Incoming.ContentItemVersionId).ToArray(),
            };
            var states = (await database.ReadAsync(c => c.QueryAsync<ItemState>(StateSql(dialect), args), token)).AsList();
            stored.Add(states);
            var live = new { ids = states.Select(s => s.ItemId).ToArray() };
            stored.Add(await database.ReadAsync(c => c.QueryAsync<ItemRow>($"SELECT {ItemRow.Columns(dialect, ContentVersion.Latest)} FROM {ItemRow.From} WHERE l.latest = 1 AND {dialect.IsAmong("l.item_id", "@ids")}", live), token));
            stored.Add(await database.ReadAsync(c => c.QueryAsync<SetRow>(SetSql(dialect), new { sets = args.sets.Union(states.Select(s => s.SetId)).ToArray() }), token));
            stored._versions.UnionWith(await database.ReadAsync(c => c.QueryAsync<string>($"SELECT version_id FROM content_version WHERE {dialect.IsAmong("version_id", "@versions")}", args), token));
        }

        return stored;
    }

    private static string StateSql(ISqlDialect dialect) =>
        $"""
        SELECT item_id AS "ItemId", set_id AS "SetId", culture AS "Culture", type AS "Type", owner AS "Owner", created_utc AS "CreatedUtc", deleted_utc AS "DeletedUtc",
        revision AS "Revision" FROM content_item WHERE {dialect.IsAmong("item_id", "@ids")} OR {dialect.IsAmong("set_id", "@sets")}
        """;

    /// <summary>The item's row, whether it is deleted or not.</summary>
    public ItemState? State(string itemId) => _states.GetValueOrDefault(itemId);

    public ItemState? State(string set, string culture) => _languages.GetValueOrDefault((set, culture));

    /// <summary>The newest version; null for an item in the bin.</summary>
    public ItemRow? Row(string itemId) => _rows.GetValueOrDefault(itemId);

    public PlannedSet? Set(string set) => _sets.GetValueOrDefault(set) is { } row ? new PlannedSet { Type = row.Type, Revision = row.Revision, Shared = row.Document } : null;

    /// <summary>True for the first use of a version id that is not stored either.</summary>
    public bool ClaimVersion(string versionId) => versionId.Length > 0 && _versions.Add(versionId);

    private static string SetSql(ISqlDialect dialect) =>
        $"""
        SELECT set_id AS "SetId", type AS "Type", revision AS "Revision", {dialect.JsonOut("COALESCE(shared_draft, shared)")} AS "Document" FROM content_set WHERE {dialect.IsAmong("set_id", "@sets")}
        """;

    private void Add(IEnumerable<ItemState> states)
    {
        foreach (var state in states)
        {
            _states[state.ItemId] = state;
            _languages[(state.SetId, state.Culture)] = state;
        }
    }

    private void Add(IEnumerable<ItemRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[row.ItemId] = row;
        }
    }

    private void Add(IEnumerable<SetRow> sets)
    {
        foreach (var set in sets)
        {
            _sets[set.SetId] = set;
        }
    }

    private sealed class SetRow
    {
        public string SetId { get; init; } = "";

        public string Type { get; init; } = "";

        public long Revision { get; init; }

        public byte[]? Document { get; init; }
    }
}
