using System.Globalization;
using Cms.Content.Fields;

namespace Cms.Display.Editors;

internal sealed class DateEditor : FieldEditor<DateField>
{
    private const string Format = "yyyy-MM-dd";

    public override string View => "Date";

    public override bool IsGroup => false;

    protected override void Show(DateField value, FieldSlot slot) => slot.Set("", value.Value?.ToString(Format, CultureInfo.InvariantCulture));

    protected override void Read(DateField value, FieldSlot slot)
    {
        var text = TypedDates.ToIso(slot.Text());
        if (text.Length == 0)
        {
            value.Value = null;
        }
        else if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            value.Value = date;
        }
        else
        {
            slot.Fail("day.malformed", "", text);
        }
    }
}

/// <summary>A moment, typed as the clocks of the website's time zone show it.</summary>
internal sealed class DateTimeEditor : FieldEditor<DateTimeField>
{
    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public override string View => "DateTime";

    public override bool IsGroup => false;

    protected override void Show(DateTimeField value, FieldSlot slot)
    {
        var local = value.Value is { } moment ? TimeZoneInfo.ConvertTime(moment, slot.Formats.TimeZone) : (DateTimeOffset?)null;
        slot.Set("", local?.ToString(_formats[local.Value.Second == 0 ? 0 : 1], CultureInfo.InvariantCulture));
    }

    /// <summary>An hour that clocks show twice is the first of the two; one that they leave out is refused.</summary>
    protected override void Read(DateTimeField value, FieldSlot slot)
    {
        var text = slot.Text().Trim();
        var zone = slot.Formats.TimeZone;
        if (text.Length == 0)
        {
            value.Value = null;
        }
        else if (DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local))
        {
            value.Value = new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();
        }
        else
        {
            slot.Fail("moment.malformed", "", text);
        }
    }
}

internal sealed class PartialDateEditor : FieldEditor<PartialDateField>
{
    public override string View => "PartialDate";

    public override string Hint => "As precise as it is known: 2018, 12/2018 or 31/12/2018. The end is for a period only.";

    protected override void Show(PartialDateField value, FieldSlot slot)
    {
        slot.Set("Start", value.Start);
        slot.Set("End", value.End);
    }

    protected override void Read(PartialDateField value, FieldSlot slot)
    {
        value.Start = TypedDates.ToIso(slot.Text("Start"));
        value.End = TypedDates.ToIso(slot.Text("End"));
    }
}

/// <summary>Dates as people write them in French and English: day, month, year.</summary>
internal static class TypedDates
{
    /// <summary><c>31/12/2018</c> → <c>2018-12-31</c>, <c>12/2018</c> → <c>2018-12</c>; anything else as it is.</summary>
    public static string ToIso(string text)
    {
        var trimmed = text.Trim();
        var parts = trimmed.Split('/', '.');
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit)) && parts[^1].Length == 4
            ? string.Join('-', parts.Reverse().Select(part => part.PadLeft(2, '0')))
            : trimmed;
    }
}
