using System.Globalization;
using Cms.Content.Fields;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>What a set is called in one language.</summary>
public sealed record ContentTitle(string SetId, string Culture, string Type, string Title);

/// <summary>Titles that a picker offers.</summary>
/// <param name="More">True when more sets would fit than were asked for.</param>
public sealed record ContentTitlePage(IReadOnlyList<ContentTitle> Titles, bool More);

/// <summary>Reads titles without documents, newest versions, for those who choose among items.</summary>
public sealed class ContentTitles(IDatabase database)
{
    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private const string Columns = """set_id AS "SetId", culture AS "Culture", type AS "Type", title AS "Title", latest AS "Latest" """;

    /// <summary>Sets of a type, each under its title in the first of the languages that it has, in the order of the titles.</summary>
    /// <param name="type">Content type; empty for every type.</param>
    /// <param name="text">Part of a title in any language, compared without accents and case; empty for all.</param>
    /// <param name="cultures">Languages in order of preference.</param>
    /// <param name="limit">Most sets that are given.</param>
    /// <param name="drafts">Whose drafts are named; other content has the title that it is published under. Null for all drafts.</param>
    public async Task<ContentTitlePage> FindAsync(string type, string text, IReadOnlyList<string> cultures, int limit, VisibleFilter? drafts = null, CancellationToken token = default)
    {
        var found = await database.ReadAsync(
            async connection =>
            {
                // Row by row: a search looks at every title, and keeps few.
                var rows = new List<Row>();
                var sets = new HashSet<string>(StringComparer.Ordinal);
                var arguments = new DynamicParameters(new { type });
                var seen = drafts is null ? "l.latest = 1" : $"(l.published = 1 OR (l.latest = 1 AND {FilterSql.Visible(drafts, 0, database.Dialect)}))";
                if (drafts is not null)
                {
                    FilterSql.Add(arguments, drafts, 0);
                }

                var sql = $"SELECT {Columns} FROM content_live l WHERE {seen}{(type.Length > 0 ? " AND l.type = @type" : "")} ORDER BY title, set_id";
                await foreach (var row in connection.QueryUnbufferedAsync<Row>(sql, arguments))
                {
                    if (!Contains(row.Title, text) || (!sets.Contains(row.SetId) && sets.Count > limit))
                    {
                        continue;
                    }

                    sets.Add(row.SetId);
                    rows.Add(row);
                }

                return rows;
            },
            token);
        var titles = Preferred(found, cultures);
        return new ContentTitlePage([.. titles.Take(limit)], titles.Count > limit);
    }

    /// <summary>Whether a title has some words in it, without regard to accents and case.</summary>
    public static bool Contains(string title, string text) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(title, text, Alike) >= 0;

    /// <summary>Titles of sets by their ids; those that do not exist are left out.</summary>
    /// <param name="cultures">Languages in order of preference.</param>
    public async Task<IReadOnlyDictionary<string, ContentTitle>> OfAsync(IReadOnlyCollection<string> sets, IReadOnlyList<string> cultures, CancellationToken token = default)
    {
        if (sets.Count == 0)
        {
            return new Dictionary<string, ContentTitle>();
        }

        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM content_live WHERE latest = 1 AND {database.Dialect.IsAmong("set_id", "@sets")}", new { sets = sets.ToArray() }),
            token);
        return Preferred(rows, cultures).ToDictionary(title => title.SetId);
    }

    /// <summary>Those of some sets that a field points to somewhere: publishers of anything, taxonomies of whose terms it has one.</summary>
    /// <param name="path">Field: <c>Site.Kind</c>, <c>CooperationProject.ForeignPartners.Country</c>.</param>
    public async Task<IReadOnlySet<string>> PointedToAsync(string path, IReadOnlyCollection<string> sets, CancellationToken token = default)
    {
        var found = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                $"""
                SELECT s.set_id FROM content_set s
                WHERE {database.Dialect.IsAmong("s.set_id", "@sets")} AND EXISTS (SELECT 1 FROM content_reference r WHERE r.kind = @kind AND r.target = s.set_id AND r.path = @path)
                """,
                new { kind = Reference.Set, path, sets = sets.ToArray() }),
            token);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    private static List<ContentTitle> Preferred(IEnumerable<Row> rows, IReadOnlyList<string> cultures) =>
        [.. rows.GroupBy(row => row.SetId)
            .Select(languages => languages.MinBy(row => (ContentStore.Rank(cultures, row.Culture), 1 - row.Latest))!)
            .Select(row => new ContentTitle(row.SetId, row.Culture, row.Type, row.Title))
            .OrderBy(title => title.Title, StringComparer.CurrentCulture)];

    private sealed class Row
    {
        public string SetId { get; init; } = "";

        public string Culture { get; init; } = "";

        public string Type { get; init; } = "";

        public string Title { get; init; } = "";

        public long Latest { get; init; }
    }
}
