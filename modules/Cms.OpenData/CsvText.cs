using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Types;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.OpenData;

/// <summary>The value of a field in a cell that programs read: numbers without groups, days in ISO 8601, positions as well-known text (OGC 06-103r4).</summary>
internal sealed class CsvText(IStringLocalizer<CsvText> localizer)
{
    public string Of(ContentField field, FieldDefinition definition, ItemDisplay owner) => field switch
    {
        { IsEmpty: true } => "",
        TextField text when definition.Options.Count > 0 => localizer[FieldDefinition.OptionWords(text.Text)],
        ListField list => string.Join(" | ", list.Items.Select(row => Row(row, definition, owner))),
        GeoPointField { Latitude: { } latitude, Longitude: { } longitude } => string.Create(CultureInfo.InvariantCulture, $"POINT({longitude:0.######} {latitude:0.######})"),
        PartialDateField date => string.IsNullOrEmpty(date.End) ? date.Start : $"{date.Start}/{date.End}",
        DateField { Value: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BooleanField { Value: { } flag } => flag ? localizer["Yes"] : localizer["No"],
        LinkField link => link.Url,
        OpeningHoursField hours => string.Join(" | ", hours.Slots.Select(slot => Slot(slot, owner.Context.Formats))),
        _ => Number(field) is { } number ? number.ToString("0.######", owner.Context.Formats) : FieldText.Of(field, owner),
    };

    private static decimal? Number(ContentField field) => field switch
    {
        NumericField numeric => numeric.Value,
        QuantityField quantity => quantity.Value,
        MoneyField money => money.Amount,
        _ => null,
    };

    private string Row(ListRow row, FieldDefinition list, ItemDisplay owner) => string.Join(", ", list.RowFields
        .Select(column => column.Field(row) is { } field ? Of(field, column, owner) : "")
        .Where(text => text.Length > 0));

    private static string Slot(OpeningSlot slot, CultureInfo formats) =>
        string.Create(CultureInfo.InvariantCulture, $"{formats.DateTimeFormat.GetDayName(slot.Day)} {slot.Opens:HH:mm}-{slot.Closes:HH:mm}");
}
