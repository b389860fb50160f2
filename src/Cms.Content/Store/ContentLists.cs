using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>
/// Pages of lists. Inside, a page is a seek on an index from the key its predecessor ended with; page numbers are turned into keys by one walk over the
/// index, kept until the change log moves, so that the last page costs what the first does.
/// </summary>
public sealed class ContentLists(IDatabase database, IChangeLog changes, ContentStore store, ContentDefinitions definitions)
{
    /// <summary>Rows that are counted at most.</summary>
    internal const int MostCounted = 10_000;

    private readonly ConcurrentDictionary<string, PageKeys> _keys = new();

    /// <exception cref="ArgumentOutOfRangeException">Page or page size out of range.</exception>
    public async Task<ContentPage> PageAsync(ContentQuery query, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Page, ContentQuery.MaxPage);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 100);
        var sql = ListSql.Of(query, definitions, database.Dialect);
        var keys = await KeysAsync(query, sql, token);
        var after = query.Page == 1 ? null : keys.At(query.Page);
        if (query.Page > 1 && after is null)
        {
            return new ContentPage([], query.Page, query.PageSize, keys.Total, keys.More);
        }

        var items = await store.ManyAsync(
            sql.ItemFrom,
            $"{sql.Where}{(after is null ? "" : " AND " + sql.After)} ORDER BY {sql.Order} LIMIT @take",
            sql.Arguments(query, after, query.PageSize),
            query.Version,
            token);
        return new ContentPage(items, query.Page, query.PageSize, keys.Total, keys.More);
    }

    /// <summary>All published items of a type in one language, however many, from the oldest on.</summary>
    /// <param name="batch">How many at a time.</param>
    public async IAsyncEnumerable<IReadOnlyList<ContentItem>> WalkAsync(string type, string culture, int batch, [EnumeratorCancellation] CancellationToken token = default)
    {
        var query = new ContentQuery { Type = type, Culture = culture, OldestFirst = true };
        var sql = ListSql.Of(query, definitions, database.Dialect);
        List<ContentItem> items = [];
        do
        {
            var after = items.Count == 0 ? null : new ListKey { Text = Utc.Column(items[^1].CreatedUtc!.Value), Id = items[^1].LocalizationSet };
            items = await store.ManyAsync(
                sql.ItemFrom, $"{sql.Where}{(after is null ? "" : " AND " + sql.After)} ORDER BY {sql.Order} LIMIT @take", sql.Arguments(query, after, batch), query.Version, token);
            if (items.Count > 0)
            {
                yield return items;
            }
        }
        while (items.Count == batch);
    }

    /// <summary>How many items of a list point to each target of a kind from one field: the counts of a facet.</summary>
    /// <param name="query">Of one language.</param>
    public async Task<FacetCounts> FacetAsync(ContentQuery query, string kind, string path, CancellationToken token = default)
    {
        var sql = ListSql.Of(query, definitions, database.Dialect);
        var arguments = sql.FacetArguments(query, kind, path);
        if (await IsLongAsync(query, token))
        {
            return FacetCounts.Uncounted(await database.ReadAsync(c => c.QueryAsync<string>(sql.Used, arguments), token));
        }

        // A field is the item's own or shared, so a set points to a target from it once.
        var rows = await database.ReadAsync(
            c => c.QueryAsync<FacetRow>(
                $"""
                SELECT r.target AS "Target", COUNT(*) AS "Count" FROM {sql.KeyFrom} JOIN content_reference r ON r.set_id = l.set_id
                WHERE r.kind = @facetKind AND r.path = @facetPath AND r.published = 1 AND r.culture IN ('', l.culture) AND {sql.Where}
                GROUP BY r.target
                """,
                arguments),
            token);
        return FacetCounts.Counted(rows.ToDictionary(row => row.Target, row => (int)row.Count));
    }

    /// <summary>How many items of a list point from one field to a term or to one under it: an item with two of them counts once.</summary>
    /// <param name="query">Of one language.</param>
    /// <param name="tree">Each term with itself and with every term above it.</param>
    public async Task<FacetCounts> TreeFacetAsync(ContentQuery query, string path, IReadOnlyList<(string Above, string Term)> tree, CancellationToken token = default)
    {
        if (await IsLongAsync(query, token))
        {
            return FacetCounts.Uncounted(tree.Select(pair => pair.Above).Distinct());
        }

        var sql = ListSql.Of(query, definitions, database.Dialect);
        var arguments = sql.FacetArguments(query, Reference.Term, path);
        for (var number = 0; number < tree.Count; number++)
        {
            arguments.Add(FormattableString.Invariant($"above{number}"), tree[number].Above);
            arguments.Add(FormattableString.Invariant($"under{number}"), tree[number].Term);
        }

        var pairs = string.Join(", ", Enumerable.Range(0, tree.Count).Select(number => FormattableString.Invariant($"(@above{number}, @under{number})")));
        var rows = await database.ReadAsync(
            c => c.QueryAsync<FacetRow>(
                $"""
                WITH tree (above, term) AS (VALUES {pairs})
                SELECT t.above AS "Target", COUNT(DISTINCT l.set_id) AS "Count" FROM {sql.KeyFrom} JOIN content_reference r ON r.set_id = l.set_id JOIN tree t ON t.term = r.target
                WHERE r.kind = @facetKind AND r.path = @facetPath AND r.published = 1 AND r.culture IN ('', l.culture) AND {sql.Where}
                GROUP BY t.above
                """,
                arguments),
            token);
        return FacetCounts.Counted(rows.ToDictionary(row => row.Target, row => (int)row.Count));
    }

    /// <summary>How many items of each type a list has, among its first 10 000.</summary>
    public async Task<IReadOnlyDictionary<string, int>> TypesAsync(ContentQuery query, CancellationToken token = default)
    {
        var sql = ListSql.Of(query, definitions, database.Dialect);
        var rows = await database.ReadAsync(
            c => c.QueryAsync<FacetRow>(
                $"""SELECT type AS "Target", COUNT(*) AS "Count" FROM (SELECT l.type AS type FROM {sql.KeyFrom} WHERE {sql.Where} LIMIT @take) found GROUP BY type""",
                sql.Arguments(query, null, MostCounted)),
            token);
        return rows.ToDictionary(row => row.Target, row => (int)row.Count);
    }

    /// <summary>The dates and ranges that items of a list have, at most 10 000 different ones.</summary>
    /// <param name="field">An indexed <see cref="Fields.PartialDateField"/> of the list's type: <c>Event.Dates</c>.</param>
    public async Task<IReadOnlyList<DateSpan>> SpansAsync(ContentQuery query, string field, CancellationToken token = default)
    {
        var sql = ListSql.Of(query, definitions, database.Dialect);
        var (start, last) = FilterSql.Columns(query.Type, field, definitions);
        var rows = await database.ReadAsync(
            c => c.QueryAsync<SpanRow>(
                $"""
                SELECT {FilterSql.Name(start)} AS "Start", {FilterSql.Name(last)} AS "Last", COUNT(*) AS "Count" FROM {(start.Shared ? sql.SetFrom : sql.KeyFrom)}
                WHERE {FilterSql.Name(last)} <> '' AND {sql.Where} GROUP BY {FilterSql.Name(start)}, {FilterSql.Name(last)} LIMIT @take
                """,
                sql.Arguments(query, null, MostCounted)),
            token);
        return [.. rows.Select(row => row.Span).OfType<DateSpan>()];
    }

    /// <summary>True for a list that is too long to be counted for each page that shows it.</summary>
    private async Task<bool> IsLongAsync(ContentQuery query, CancellationToken token)
    {
        var keys = await KeysAsync(query, ListSql.Of(query, definitions, database.Dialect), token);
        return keys.More;
    }

    private async Task<PageKeys> KeysAsync(ContentQuery query, ListSql sql, CancellationToken token)
    {
        var position = await changes.LatestAsync(token);
        var name = sql.Name(query);
        if (_keys.TryGetValue(name, out var known) && known.Position == position)
        {
            return known;
        }

        var keys = await database.ReadAsync(c => ReadKeysAsync(c, query, sql, position), token);
        if (_keys.Count > 1_000)
        {
            _keys.Clear();
        }

        return _keys[name] = keys;
    }

    /// <summary>Walks the index once, up to the last page that can be asked for, and keeps the key each page ends with.</summary>
    private static async Task<PageKeys> ReadKeysAsync(System.Data.Common.DbConnection connection, ContentQuery query, ListSql sql, ChangeLogPosition position)
    {
        var limit = Math.Max(MostCounted, ContentQuery.MaxPage * query.PageSize) + 1;
        var rows = await connection.QueryAsync<ListKey>($"SELECT {sql.Key} FROM {sql.KeyFrom} WHERE {sql.Where} ORDER BY {sql.Order} LIMIT @take", sql.Arguments(query, null, limit));
        var ends = new List<ListKey>();
        var count = 0;
        foreach (var row in rows)
        {
            if (++count % query.PageSize == 0 && ends.Count < ContentQuery.MaxPage)
            {
                ends.Add(row);
            }
        }

        return new PageKeys(position, ends, Math.Min(count, MostCounted), count > MostCounted);
    }

    private sealed class FacetRow
    {
        public string Target { get; init; } = "";

        public long Count { get; init; }
    }

    private sealed class SpanRow
    {
        public string Start { get; init; } = "";

        public string Last { get; init; } = "";

        public long Count { get; init; }

        public DateSpan? Span => PartialDate.TryParse(Start, out var first) && PartialDate.TryParse(Last, out var last) ? new DateSpan(first.First, last.Last, (int)Count) : null;
    }

    private sealed record PageKeys(ChangeLogPosition Position, List<ListKey> Ends, int Total, bool More)
    {
        /// <summary>The key that the page before ends with; null when there is no such page.</summary>
        public ListKey? At(int page) => page - 2 < Ends.Count ? Ends[page - 2] : null;
    }
}
