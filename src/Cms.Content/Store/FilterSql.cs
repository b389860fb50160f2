using System.Globalization;
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
        if (filter is SetFilter)
        {
            return new FilterSql(dialect.IsAmong("l.set_id", FormattableString.Invariant($"@sets{number}")), false);
        }

        if (filter is not PeriodFilter period)
        {
            var target = dialect.IsAmong("r.target", FormattableString.Invariant($"@targets{number}"));
            return new FilterSql(ListSql.PointsTo(query.Version, FormattableString.Invariant($"@kind{number}"), FormattableString.Invariant($"{target} AND r.path = @path{number}")), false);
        }

        var (start, last) = Columns(query.Type, period.Field, definitions);
        // "2018" and "2018-12" sort before every day in them, so the start needs no function to be compared with a day.
        return new FilterSql(FormattableString.Invariant($"{Name(start)} <= @to{number} AND {Name(last)} >= @from{number}"), start.Shared);
    }

    public static void Add(DynamicParameters arguments, ContentFilter filter, int number)
    {
        if (filter is PeriodFilter period)
        {
            arguments.Add(FormattableString.Invariant($"from{number}"), period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            arguments.Add(FormattableString.Invariant($"to{number}"), period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else if (filter is SetFilter some)
        {
            arguments.Add(FormattableString.Invariant($"sets{number}"), some.Sets.ToArray());
        }
        else if (filter is ReferenceFilter reference)
        {
            arguments.Add(FormattableString.Invariant($"kind{number}"), reference.Kind);
            arguments.Add(FormattableString.Invariant($"path{number}"), reference.Field);
            arguments.Add(FormattableString.Invariant($"targets{number}"), reference.Targets.ToArray());
        }
    }

    /// <summary>The columns of an indexed date: its start as written, and its last day.</summary>
    /// <exception cref="ArgumentException">The field is no indexed date of the type.</exception>
    public static (IndexedColumn Start, IndexedColumn Last) Columns(string? type, string field, ContentDefinitions definitions) =>
        ListSql.Column(type, field, definitions, IndexedColumn.Of) is { } start && ListSql.Column(type, field, definitions, IndexedColumn.LastDay) is { } last
            ? (start, last)
            : throw new ArgumentException($"{field} is no indexed date of {type}.", nameof(field));

    public static string Name(IndexedColumn column) => $"{(column.Shared ? "s" : "l")}.{column.Name}";
}
