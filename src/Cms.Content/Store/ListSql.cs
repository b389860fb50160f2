using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>Where a row stands in a list: the value it is ordered by, as text or as a number, and its set or item.</summary>
internal sealed class ListKey
{
    public string? Text { get; init; }

    /// <summary>As the database gives it: to turn a number of PostgreSQL into a double would lose its last digits, and with them the place.</summary>
    public object? Number { get; init; }

    public string Id { get; init; } = "";
}

/// <summary>The SQL of one list. Built from fixed pieces; every value is a parameter.</summary>
internal sealed record ListSql
{
    public required string Where { get; init; }

    public required string Order { get; init; }

    /// <summary>Condition that begins behind a key.</summary>
    public required string After { get; init; }

    public required string Key { get; init; }

    /// <summary>Tables that the walk over the keys needs.</summary>
    public required string KeyFrom { get; init; }

    /// <summary>The same with the columns that sets share.</summary>
    public required string SetFrom { get; init; }

    /// <summary>Tables of whole items.</summary>
    public required string ItemFrom { get; init; }

    /// <summary>Targets of a facet that any item of the list points to, with one seek for each target of the facet's kind.</summary>
    public string Used =>
        $"""
        WITH RECURSIVE used (target) AS (
            SELECT MIN(target) FROM content_reference WHERE kind = @facetKind
            UNION ALL SELECT (SELECT MIN(next.target) FROM content_reference next WHERE next.kind = @facetKind AND next.target > used.target) FROM used WHERE used.target IS NOT NULL)
        SELECT used.target FROM used WHERE EXISTS (
            SELECT 1 FROM content_reference r CROSS JOIN {KeyFrom}
            WHERE l.set_id = r.set_id AND r.kind = @facetKind AND r.target = used.target AND r.path = @facetPath AND r.published = 1 AND r.culture IN ('', l.culture) AND {Where})
        """;

    private bool IsNumber { get; init; }

    public static ListSql Of(ContentQuery query, ContentDefinitions definitions, ISqlDialect dialect)
    {
        var column = Column(query.Type, query.OrderBy, definitions, IndexedColumn.Of);
        var filters = query.Filters.Select((filter, number) => FilterSql.Of(filter, number, query, definitions, dialect)).ToList();
        var name = column is not null ? $"{(column.Shared ? "s" : "l")}.{column.Name}" : query.OrderBy switch
        {
            ContentQuery.ByChange => "l.modified_utc",
            ContentQuery.ByTitle => "l.title_key",
            _ => "l.created_utc",
        };
        // Only in one language does a set stand for one row.
        var id = query.Type is null || query.Culture is null ? "l.item_id" : column is { Shared: true } ? "s.set_id" : "l.set_id";
        var descending = name == "l.created_utc" ? !query.OldestFirst : query.Descending;
        var number = column?.Kind == JsonKind.Number;
        var withSet = Pointing(query) + "content_live l JOIN content_set s ON s.set_id = l.set_id";
        return new ListSql
        {
            Where = string.Join(" AND ", [Conditions(query, column is { Shared: true }), .. filters.Select(filter => filter.Condition)]),
            Order = descending ? $"{name} DESC, {id} DESC" : $"{name}, {id}",
            // PostgreSQL seeks in an index of numerics by a numeric only.
            After = $"({name}, {id}) {(descending ? "<" : ">")} ({(number ? "CAST(@key AS numeric)" : "@key")}, @id)",
            Key = $"""{(number ? "NULL" : name)} AS "Text", {(number ? name : "NULL")} AS "Number", {id} AS "Id" """,
            KeyFrom = column is { Shared: true } || filters.Exists(filter => filter.NeedsSet) ? withSet : Pointing(query) + "content_live l",
            SetFrom = withSet,
            ItemFrom = Pointing(query) + ItemRow.From,
            IsNumber = number,
        };
    }

    /// <summary>A name under which the keys of the list's pages are kept: what is filtered and ordered, without the page.</summary>
    public string Name(ContentQuery query) =>
        FormattableString.Invariant($"{query.Version}|{query.Type}|{query.Culture}|{query.Publisher}|{query.Term}|{query.PointsTo}|{string.Join('&', query.Filters.Select(filter => filter.Name))}|{Order}|{query.PageSize}");

    public DynamicParameters Arguments(ContentQuery query, ListKey? after, int take)
    {
        var arguments = new DynamicParameters(new { type = query.Type, culture = query.Culture, publisher = query.Publisher, term = query.Term, pointsTo = query.PointsTo, take });
        for (var number = 0; number < query.Filters.Count; number++)
        {
            FilterSql.Add(arguments, query.Filters[number], number);
        }

        if (after is not null)
        {
            arguments.Add("id", after.Id);
            arguments.Add("key", IsNumber ? after.Number : after.Text);
        }

        return arguments;
    }

    public DynamicParameters FacetArguments(ContentQuery query, string kind, string path)
    {
        var arguments = Arguments(query, null, 0);
        arguments.Add("facetKind", kind);
        arguments.Add("facetPath", path);
        return arguments;
    }

    /// <summary>A column of a field of the type; null for a field that has none.</summary>
    internal static IndexedColumn? Column(string? typeName, string path, ContentDefinitions definitions, Func<PartDefinition, FieldDefinition, IndexedColumn?> column) =>
        typeName is not null && definitions.TryType(typeName, out var type) && type.Field(path) is { } field ? column(field.Part, field.Field) : null;

    /// <summary>Condition that an item points to something.</summary>
    /// <param name="target">Condition on <c>r.target</c> and, where it matters, <c>r.path</c>.</param>
    internal static string PointsTo(ContentVersion version, string kind, string target)
    {
        var published = version == ContentVersion.Published ? " AND r.published = 1" : " AND (r.culture = '' OR r.published = l.published)";
        return $"EXISTS (SELECT 1 FROM content_reference r WHERE r.kind = {kind} AND {target} AND r.set_id = l.set_id AND r.culture IN ('', l.culture){published})";
    }

    /// <summary>What points to an item is found from there, for it is little of all that a list could hold; CROSS JOIN keeps SQLite to that order.</summary>
    private static string Pointing(ContentQuery query) =>
        query.PointsTo is null ? "" : $"(SELECT DISTINCT set_id FROM content_reference WHERE kind = 'set' AND target = @pointsTo LIMIT {ContentLists.MostCounted}) p CROSS JOIN ";

    private static string Conditions(ContentQuery query, bool sharedOrder)
    {
        var conditions = new List<string> { query.Version == ContentVersion.Published ? "l.published = 1" : "l.latest = 1" };
        AddIf(query.Type is not null, sharedOrder ? "s.type = @type" : "l.type = @type");
        AddIf(query.Culture is not null, "l.culture = @culture");
        AddIf(query.Publisher is not null, PointsTo(query.Version, "'set'", "r.target = @publisher AND r.path = 'PublicationPart.Publisher'"));
        AddIf(query.Term is not null, PointsTo(query.Version, "'term'", "r.target = @term"));
        AddIf(query.PointsTo is not null, "l.set_id = p.set_id AND " + PointsTo(query.Version, "'set'", "r.target = @pointsTo"));
        return string.Join(" AND ", conditions);

        void AddIf(bool when, string condition)
        {
            if (when)
            {
                conditions.Add(condition);
            }
        }
    }
}
