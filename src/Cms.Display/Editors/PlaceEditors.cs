using System.Globalization;
using System.Text.RegularExpressions;
using Cms.Content.Fields;

namespace Cms.Display.Editors;

internal sealed class GeoPointEditor : FieldEditor<GeoPointField>
{
    public override string View => "GeoPoint";

    public override string Hint => "In degrees, as maps show it: 43.2965 and 5.3698.";

    protected override void Show(GeoPointField value, FieldSlot slot)
    {
        slot.Set("Latitude", TypedNumbers.Write(value.Latitude, slot.Formats.Numbers));
        slot.Set("Longitude", TypedNumbers.Write(value.Longitude, slot.Formats.Numbers));
    }

    protected override void Read(GeoPointField value, FieldSlot slot)
    {
        value.Latitude = TypedNumbers.Read(slot, "Latitude", value.Latitude);
        value.Longitude = TypedNumbers.Read(slot, "Longitude", value.Longitude);
    }
}

internal sealed class AddressEditor : FieldEditor<AddressField>
{
    public override string View => "Address";

    protected override void Show(AddressField value, FieldSlot slot)
    {
        slot.Set("Street", value.Street);
        slot.Set("PostalCode", value.PostalCode);
        slot.Set("Locality", value.Locality);
        slot.Set("Commune", value.Commune);
        slot.Set("Country", value.Country);
    }

    protected override void Read(AddressField value, FieldSlot slot)
    {
        value.Street = slot.Text("Street").Trim();
        value.PostalCode = slot.Text("PostalCode").Trim();
        value.Locality = slot.Text("Locality").Trim();
        value.Commune = slot.Text("Commune").Trim();
        value.Country = slot.Text("Country").Trim().ToUpperInvariant();
    }
}

/// <summary>A line for each weekday: <c>09:00–12:30, 14:00–18:00</c>, or « 9h-12h30, 14h-18h ».</summary>
internal sealed partial class OpeningHoursEditor : FieldEditor<OpeningHoursField>
{
    /// <summary>The week as it begins in France and Britain.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public override string View => "OpeningHours";

    public override string Hint => "For each day, for example 9:00-12:30, 14:00-18:00. Leave a day empty when it is closed.";

    protected override void Show(OpeningHoursField value, FieldSlot slot)
    {
        foreach (var day in Week)
        {
            slot.Set(day.ToString(), string.Join(", ", value.Slots.Where(span => span?.Day == day).Select(span => $"{Text(span.Opens)}–{Text(span.Closes)}")));
        }
    }

    protected override void Read(OpeningHoursField value, FieldSlot slot)
    {
        var slots = new List<OpeningSlot>();
        foreach (var day in Week)
        {
            foreach (var span in slot.Text(day.ToString()).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Span().Match(span) is { Success: true } match && Time(match, 1) is { } opens && Time(match, 3) is { } closes)
                {
                    slots.Add(new OpeningSlot(day, opens, closes));
                }
                else
                {
                    slot.Fail("hours.malformed", day.ToString(), span);
                }
            }
        }

        value.Slots = slots;
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(Match match, int hours)
    {
        var (hour, minute) = (int.Parse(match.Groups[hours].Value, CultureInfo.InvariantCulture), match.Groups[hours + 1]);
        var minutes = minute.Length > 0 ? int.Parse(minute.Value, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minutes < 60 ? new TimeOnly(hour, minutes) : null;
    }

    [GeneratedRegex(@"^([0-9]{1,2})\s*[:hH]\s*([0-9]{2})?\s*[-–—]\s*([0-9]{1,2})\s*[:hH]\s*([0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}

internal sealed class VideoEditor : FieldEditor<VideoField>
{
    public override string View => "Video";

    protected override void Show(VideoField value, FieldSlot slot)
    {
        slot.Set("Url", value.Url);
        slot.Set("Provider", value.Provider);
        slot.Set("Duration", value.Duration is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}") : "");
    }

    protected override void Read(VideoField value, FieldSlot slot)
    {
        value.Url = slot.Text("Url").Trim();
        value.Provider = slot.Text("Provider").Trim();
        var parts = slot.Text("Duration").Trim().Split(':');
        if (parts is [""])
        {
            value.Duration = null;
        }
        else if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 10_000 &&
            int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 60)
        {
            value.Duration = (minutes * 60) + seconds;
        }
        else
        {
            slot.Fail("duration.malformed", "Duration", slot.Text("Duration"));
        }
    }
}
