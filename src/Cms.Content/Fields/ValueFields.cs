using System.Text.Json.Serialization;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;

namespace Cms.Content.Fields;

public sealed class BooleanField : ContentField
{
    public bool? Value { get; set; }

    public override bool IsEmpty => Value is null;
}

public sealed class NumericField : ContentField
{
    public decimal? Value { get; set; }

    public override bool IsEmpty => Value is null;
}

/// <summary>A number with how exact it is and what it counts. The unit is a code (<c>%</c>, <c>km</c>) or a word of a shared vocabulary; words per language stand in a label beside it.</summary>
public sealed class QuantityField : ContentField
{
    public decimal? Value { get; set; }

    public Qualifier Qualifier { get; set; }

    public string Unit { get; set; } = "";

    public override bool IsEmpty => Value is null;

    public override IEnumerable<string> SearchText() => Value is { } v ? [FormattableString.Invariant($"{v:0.###} {Unit}")] : [];
}

/// <summary>An amount of money.</summary>
public sealed class MoneyField : ContentField
{
    public decimal? Amount { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; set; } = "EUR";

    public override bool IsEmpty => Amount is null;

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetterUpper))
        {
            yield return new Failure("money.currency", null, Currency);
        }
    }
}

/// <summary>A calendar day.</summary>
public sealed class DateField : ContentField
{
    public DateOnly? Value { get; set; }

    public override bool IsEmpty => Value is null;
}

/// <summary>A moment, stored in UTC.</summary>
public sealed class DateTimeField : ContentField
{
    public DateTimeOffset? Value { get; set; }

    public override bool IsEmpty => Value is null;
}

/// <summary>
/// A date as precise as it is known - a year, a month, a day - or a range of two. Kept in ISO 8601's reduced forms (<c>2018</c>, <c>2018-12</c>,
/// <c>2018-12-31</c>), so that a month never turns into its first day.
/// </summary>
public sealed class PartialDateField : ContentField
{
    public string Start { get; set; } = "";

    /// <summary>End of a range, included; empty for a single date.</summary>
    public string End { get; set; } = "";

    /// <summary>Last day that the date may mean, <c>2018-12-31</c>, where the definition says <c>Indexed</c>; made on save.</summary>
    public string? Last { get; set; }

    public override bool IsEmpty => string.IsNullOrEmpty(Start);

    /// <summary>Last day that it may mean; null for an empty or malformed date.</summary>
    [JsonIgnore]
    public DateOnly? LastDay => PartialDate.TryParse(string.IsNullOrEmpty(End) ? Start : End, out var end) ? end.Last : null;

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        var (start, end) = (default(PartialDate), default(PartialDate));
        if (!IsEmpty && !PartialDate.TryParse(Start, out start))
        {
            yield return new Failure("date.malformed", null, Start);
        }
        else if (!string.IsNullOrEmpty(End) && (IsEmpty || !PartialDate.TryParse(End, out end)))
        {
            yield return new Failure("date.malformed", null, IsEmpty ? Start : End);
        }
        else if (!string.IsNullOrEmpty(End) && end.Last < start.First)
        {
            yield return new Failure("date.end-before-start", null, Start, End);
        }
    }

    public override IEnumerable<string> SearchText() => [Start, End];
}
