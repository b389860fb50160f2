using Cms.Content.Items;
using Cms.Content.Types;
using Dapper;

namespace Cms.Content.Store;

/// <summary>Where a row stands in a list: the value it is ordered by, as text or as a number, and its set or item.</summary>
internal sealed class ListKey
{
    public string? Text { get; init; }

    public double? Number { get; init; }

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

    private bool IsNumber { get; init; }

    public static ListSql Of(ContentQuery query, ContentDefinitions definitions)
    {
        var column = Column(query, definitions);
        var name = column is null ? "l.created_utc" : $"{(column.Shared ? "s" : "l")}.{column.Name}";
        // Only in one language does a set stand for one row.
        var id = query.Type is null || query.Culture is null ? "l.item_id" : column is { Shared: true } ? "s.set_id" : "l.set_id";
        var descending = column is null && !query.OldestFirst;
        var number = column?.Kind == Data.JsonKind.Number;
        return new ListSql
        {
            Where = Conditions(query, column is { Shared: true }),
            Order = descending ? $"{name} DESC, {id} DESC" : $"{name}, {id}",
            // SQLite gives 10 and 9.5 as two types; PostgreSQL seeks in an index of numerics by a numeric only.
            After = $"({name}, {id}) {(descending ? "<" : ">")} ({(number ? "CAST(@key AS numeric)" : "@key")}, @id)",
            Key = $"""{(number ? "NULL" : name)} AS "Text", {(number ? $"CAST({name} AS double precision)" : "NULL")} AS "Number", {id} AS "Id" """,
            KeyFrom = column is { Shared: true } ? "content_live l JOIN content_set s ON s.set_id = l.set_id" : "content_live l",
            IsNumber = number,
        };
    }

    /// <summary>A name under which the keys of the list's pages are kept: what is filtered and ordered, without the page.</summary>
    public string Name(ContentQuery query) =>
        FormattableString.Invariant($"{query.Version}|{query.Type}|{query.Culture}|{query.Publisher}|{query.Term}|{query.PointsTo}|{Order}|{query.PageSize}");

    public DynamicParameters Arguments(ContentQuery query, ListKey? after, int take)
    {
        var arguments = new DynamicParameters(new { type = query.Type, culture = query.Culture, publisher = query.Publisher, term = query.Term, pointsTo = query.PointsTo, take });
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

    private static IndexedColumn? Column(ContentQuery query, ContentDefinitions definitions) =>
        query.Type is not null && definitions.TryType(query.Type, out var type) && type.Field(query.OrderBy) is { } field ? IndexedColumn.Of(field.Part, field.Field) : null;

    private static string Conditions(ContentQuery query, bool sharedOrder)
    {
        var published = query.Version == ContentVersion.Published ? " AND r.published = 1" : " AND (r.culture = '' OR r.published = l.published)";
        var conditions = new List<string> { query.Version == ContentVersion.Published ? "l.published = 1" : "l.latest = 1" };
        AddIf(query.Type is not null, sharedOrder ? "s.type = @type" : "l.type = @type");
        AddIf(query.Culture is not null, "l.culture = @culture");
        AddIf(query.Publisher is not null, Reference("set", "@publisher", "r.path = 'PublicationPart.Publisher' AND "));
        AddIf(query.Term is not null, Reference("term", "@term", ""));
        AddIf(query.PointsTo is not null, Reference("set", "@pointsTo", ""));
        return string.Join(" AND ", conditions);

        void AddIf(bool when, string condition)
        {
            if (when)
            {
                conditions.Add(condition);
            }
        }

        string Reference(string kind, string target, string path) =>
            $"EXISTS (SELECT 1 FROM content_reference r WHERE r.kind = '{kind}' AND r.target = {target} AND {path}r.set_id = l.set_id AND r.culture IN ('', l.culture){published})";
    }
}
