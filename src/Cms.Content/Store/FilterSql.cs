using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>The condition of one filter of a list. Its values are parameters that carry the filter's number.</summary>
/// <param name="NeedsSet">True when the condition reads columns of <c>content_set</c>.</param>
internal sealed record FilterSql(string Condition, bool NeedsSet)
{
    /// <exception cref="ArgumentException">A period of a field that is no indexed date of the list's type.</exception>
    public static FilterSql Of(ContentFilter filter, int number, ContentQuery query, ContentDefinitions definitions, ISqlDialect dialect)
    {
        string Among(string column, string values) => dialect.IsAmong(column, FormattableString.Invariant($"@{values}{number}"));
        switch (filter)
        {
            case SetFilter:
                return new FilterSql(Among("l.set_id", "sets"), false);
            case OwnerFilter:
                return new FilterSql(FormattableString.Invariant($"l.owner = @owner{number}"), false);
            case StateFilter state:
                return new FilterSql(Of(state.State), false);
            case VisibleFilter visible:
                return new FilterSql(Visible(visible, query.Version, number, Among), false);
            case ReferenceFilter:
                return new FilterSql(
                    ListSql.PointsTo(query.Version, FormattableString.Invariant($"@kind{number}"), FormattableString.Invariant($"{Among("r.target", "targets")} AND r.path = @path{number}")), false);
            case PeriodFilter period:
                var (start, last) = Columns(query.Type, period.Field, definitions);
                // "2018" and "2018-12" sort before every day in them, so the start needs no function to be compared with a day.
                return new FilterSql(FormattableString.Invariant($"{Name(start)} <= @to{number} AND {Name(last)} >= @from{number}"), start.Shared);
            default:
                throw new ArgumentException($"{filter.GetType().Name} has no condition.", nameof(filter));
        }
    }

    private static string Of(ContentState state)
    {
        const string Published = "EXISTS (SELECT 1 FROM content_live p WHERE p.set_id = l.set_id AND p.culture = l.culture AND p.published = 1)";
        return state switch
        {
            ContentState.Published => "l.published = 1",
            ContentState.Changed => $"l.published = 0 AND {Published}",
            _ => $"l.published = 0 AND NOT {Published}",
        };
    }

    /// <summary>Condition that somebody may see a draft, of rows of <c>content_live</c> under the name <c>l</c>.</summary>
    public static string Visible(VisibleFilter filter, int number, ISqlDialect dialect) =>
        Visible(filter, ContentVersion.Latest, number, (column, values) => dialect.IsAmong(column, FormattableString.Invariant($"@{values}{number}")));

    private static string Visible(VisibleFilter filter, ContentVersion version, int number, Func<string, string, string> among)
    {
        var all = filter.Types is null ? "1 = 1" : among("l.type", "types");
        var own = FormattableString.Invariant($"l.owner = @owner{number}") + (filter.OwnTypes is null ? "" : " AND " + among("l.type", "ownTypes"));
        return string.Join(
            " AND ",
            [
                $"({all} OR ({own}))",
                .. filter.Cultures is null ? Array.Empty<string>() : [among("l.culture", "cultures")],
                .. filter.Publishers is null ? Array.Empty<string>() : [ListSql.PointsTo(version, "'set'", among("r.target", "publishers") + " AND r.path = 'PublicationPart.Publisher'")],
            ]);
    }

    public static void Add(DynamicParameters arguments, ContentFilter filter, int number)
    {
        foreach (var (name, value) in Values(filter))
        {
            arguments.Add(FormattableString.Invariant($"{name}{number}"), value);
        }
    }

    private static (string Name, object Value)[] Values(ContentFilter filter) => filter switch
    {
        PeriodFilter period => [("from", period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
        SetFilter some => [("sets", some.Sets.ToArray())],
        OwnerFilter owner => [("owner", owner.Owner)],
        ReferenceFilter reference => [("kind", reference.Kind), ("path", reference.Field), ("targets", reference.Targets.ToArray())],
        VisibleFilter visible =>
        [
            ("types", Names(visible.Types)), ("ownTypes", Names(visible.OwnTypes)), ("owner", visible.Owner), ("cultures", Names(visible.Cultures)), ("publishers", Names(visible.Publishers)),
        ],
        _ => [],
    };

    private static string[] Names(IReadOnlyList<string>? names) => names is null ? [] : [.. names];

    /// <summary>The columns of an indexed date: its start as written, and its last day.</summary>
    /// <exception cref="ArgumentException">The field is no indexed date of the type.</exception>
    public static (IndexedColumn Start, IndexedColumn Last) Columns(string? type, string field, ContentDefinitions definitions) =>
        ListSql.Column(type, field, definitions, IndexedColumn.Of) is { } start && ListSql.Column(type, field, definitions, IndexedColumn.LastDay) is { } last
            ? (start, last)
            : throw new ArgumentException($"{field} is no indexed date of {type}.", nameof(field));

    public static string Name(IndexedColumn column) => $"{(column.Shared ? "s" : "l")}.{column.Name}";
}
