using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>Reads content. Every method takes the set or id, and the language and version where they matter; what is deleted is never given.</summary>
public sealed class ContentStore(IDatabase database, ContentDefinitions definitions)
{
    /// <summary>One language of a set; null when that version of it does not exist.</summary>
    public Task<ContentItem?> FindAsync(string set, string culture, ContentVersion version, CancellationToken token = default) =>
        OneAsync($"l.set_id = @set AND l.culture = @culture AND {Flag(version)}", new { set, culture }, version, token);

    public Task<ContentItem?> FindByIdAsync(string itemId, ContentVersion version, CancellationToken token = default) =>
        OneAsync($"l.item_id = @itemId AND {Flag(version)}", new { itemId }, version, token);

    /// <summary>The language versions of a set, in the order of their codes.</summary>
    public async Task<IReadOnlyList<ContentItem>> LanguagesAsync(string set, ContentVersion version, CancellationToken token = default) =>
        await ManyAsync($"l.set_id = @set AND {Flag(version)} ORDER BY l.culture", new { set }, version, token);

    /// <summary>The language versions of several sets, those of one together.</summary>
    public async Task<IReadOnlyList<ContentItem>> LanguagesAsync(IReadOnlyCollection<string> sets, ContentVersion version, CancellationToken token = default) =>
        sets.Count == 0 ? [] : await ManyAsync($"{database.Dialect.IsAmong("l.set_id", "@sets")} AND {Flag(version)} ORDER BY l.set_id, l.culture", new { sets = sets.ToArray() }, version, token);

    /// <summary>
    /// For each set the version in the wanted language, else in the first of <paramref name="cultures"/> that has one; sets without any are left out.
    /// </summary>
    /// <param name="cultures">Languages in order of preference; the reader's first.</param>
    public async Task<IReadOnlyDictionary<string, ContentItem>> PreferredAsync(IReadOnlyCollection<string> sets, IReadOnlyList<string> cultures, ContentVersion version, CancellationToken token = default)
    {
        if (sets.Count == 0)
        {
            return new Dictionary<string, ContentItem>();
        }

        var found = await ManyAsync($"{database.Dialect.IsAmong("l.set_id", "@sets")} AND {Flag(version)}", new { sets = sets.ToArray() }, version, token);
        return found.GroupBy(item => item.LocalizationSet).ToDictionary(group => group.Key, group => group.MinBy(item => Rank(cultures, item.Culture))!);
    }

    /// <summary>What is published at an address, and in which other languages: all that a page asks of its address, in one query.</summary>
    /// <returns>Null for an address that never was, or whose set is not published in any language.</returns>
    public async Task<PublishedRoute?> PublishedAtAsync(string culture, string path, CancellationToken token = default)
    {
        // Only the language that is shown gives its document.
        var sql =
            $"""
            SELECT r.redirect AS "Redirect", {ItemRow.Columns(database.Dialect, ContentVersion.Published, $"CASE WHEN l.culture = r.culture THEN {database.Dialect.JsonOut("l.document")} END")}
            FROM content_route r JOIN content_live l ON l.set_id = r.set_id AND l.published = 1
            JOIN content_set s ON s.set_id = l.set_id JOIN content_item i ON i.item_id = l.item_id
            WHERE r.culture = @culture AND r.path = @path ORDER BY l.culture
            """;
        var rows = (await database.ReadAsync(c => c.QueryAsync<RoutedItemRow>(sql, new { culture, path }), token)).AsList();
        return rows.Count == 0
            ? null
            : new PublishedRoute(
                rows[0].Redirect == 1,
                rows.Find(row => row.Culture == culture)?.ToItem(definitions),
                rows.Where(row => row.Path is not null).ToDictionary(row => row.Culture, row => ContentPath.Url(row.Culture, row.Path!)));
    }

    /// <summary>Where an address leads: the set it belongs to, and whether it is an old address of it.</summary>
    public Task<ContentRoute?> RouteAsync(string culture, string path, CancellationToken token = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<ContentRoute>(
                """SELECT culture AS "Culture", path AS "Path", set_id AS "SetId", redirect AS "Redirect" FROM content_route WHERE culture = @culture AND path = @path""",
                new { culture, path }),
            token);

    /// <summary>State of the set's shared document; null for a set that does not exist.</summary>
    public Task<SharedState?> SharedAsync(string set, CancellationToken token = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<SharedState>(
                $"""
                SELECT type AS "Type", revision AS "Revision", {database.Dialect.JsonOut("COALESCE(shared_draft, shared)")} AS "Document",
                CASE WHEN shared_draft IS NULL THEN 0 ELSE 1 END AS "HasDraft" FROM content_set WHERE set_id = @set
                """,
                new { set }),
            token);

    /// <summary>Sets that point to something, with the field they do it from, in the order of the fields; at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<ReferenceRow>> UsesAsync(string kind, string target, bool published, int limit, CancellationToken token = default) =>
        await database.ReadAsync(
            async c => (await c.QueryAsync<ReferenceRow>(
                """
                SELECT set_id AS "SetId", culture AS "Culture", path AS "Path" FROM content_reference
                WHERE kind = @kind AND target = @target AND published = @published ORDER BY path, set_id LIMIT @limit
                """,
                new { kind, target, published = published ? 1 : 0, limit })).AsList(),
            token);

    /// <summary>Sets that the published items of some sets point to, each once.</summary>
    public async Task<IReadOnlyList<string>> PointedToAsync(IReadOnlyCollection<string> sets, CancellationToken token = default) =>
        sets.Count == 0
            ? []
            : await database.ReadAsync(
                async c => (await c.QueryAsync<string>(
                    $"SELECT DISTINCT target FROM content_reference WHERE {database.Dialect.IsAmong("set_id", "@sets")} AND published = 1 AND kind = 'set'",
                    new { sets = sets.ToArray() })).AsList(),
                token);

    public async Task<IReadOnlyList<VersionRow>> VersionsAsync(string itemId, int limit, CancellationToken token = default) =>
        await database.ReadAsync(
            async c => (await c.QueryAsync<VersionRow>(
                """
                SELECT version_id AS "VersionId", number AS "Number", title AS "Title", author AS "Author", utc AS "Utc", verb AS "Verb", comment AS "Comment"
                FROM content_version WHERE item_id = @itemId ORDER BY number DESC LIMIT @limit
                """,
                new { itemId, limit })).AsList(),
            token);

    /// <summary>The documents of an old version; null when the item has no such version.</summary>
    public Task<VersionDocuments?> VersionAsync(string itemId, string versionId, CancellationToken token = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<VersionDocuments>(
                $"""
                SELECT {database.Dialect.JsonOut("document")} AS "Own", {database.Dialect.JsonOut("shared")} AS "Shared"
                FROM content_version WHERE item_id = @itemId AND version_id = @versionId
                """,
                new { itemId, versionId }),
            token);

    /// <summary>Sets with a published value of an indexed field; for rules about unique values.</summary>
    internal async Task<IReadOnlyList<string>> SetsWithValueAsync(string type, IndexedColumn column, string value, CancellationToken token)
    {
        var sql = column.Shared
            ? $"SELECT set_id FROM content_set WHERE type = @type AND {column.Name} = @value"
            : $"SELECT DISTINCT set_id FROM content_live WHERE type = @type AND published = 1 AND {column.Name} = @value";
        return await database.ReadAsync(async c => (await c.QueryAsync<string>(sql, new { type, value })).AsList(), token);
    }

    /// <summary>The item's row whether it is deleted or not; null for an id that never was.</summary>
    public Task<ItemState?> StateAsync(string itemId, CancellationToken token = default) => StateAsync("item_id = @itemId", new { itemId }, token);

    public Task<ItemState?> StateAsync(string set, string culture, CancellationToken token = default) => StateAsync("set_id = @set AND culture = @culture", new { set, culture }, token);

    private Task<ItemState?> StateAsync(string where, object args, CancellationToken token) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<ItemState>(
                $"""
                SELECT item_id AS "ItemId", set_id AS "SetId", culture AS "Culture", type AS "Type", owner AS "Owner", created_utc AS "CreatedUtc", deleted_utc AS "DeletedUtc",
                revision AS "Revision" FROM content_item WHERE {where}
                """,
                args),
            token);

    private async Task<ContentItem?> OneAsync(string where, object args, ContentVersion version, CancellationToken token) =>
        (await ManyAsync(where, args, version, token)).FirstOrDefault();

    internal Task<List<ContentItem>> ManyAsync(string where, object args, ContentVersion version, CancellationToken token) => ManyAsync(ItemRow.From, where, args, version, token);

    internal async Task<List<ContentItem>> ManyAsync(string from, string where, object args, ContentVersion version, CancellationToken token)
    {
        var sql = $"SELECT {ItemRow.Columns(database.Dialect, version)} FROM {from} WHERE {where}";
        var rows = await database.ReadAsync(c => c.QueryAsync<ItemRow>(sql, args), token);
        return [.. rows.Select(row => row.ToItem(definitions))];
    }

    private static string Flag(ContentVersion version) => version == ContentVersion.Published ? "l.published = 1" : "l.latest = 1";

    internal static int Rank(IReadOnlyList<string> cultures, string culture)
    {
        for (var i = 0; i < cultures.Count; i++)
        {
            if (cultures[i] == culture)
            {
                return i;
            }
        }

        return cultures.Count;
    }
}
