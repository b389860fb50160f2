using System.Globalization;
using Cms.Content.Fields;
using Cms.Core.Localization;

namespace Cms.Display.Templates;

/// <summary>The value of a field as plain text in the reader's formats, for the generic templates and for machines that want text.</summary>
public static class FieldText
{
    public static string Of(ContentField field, ItemDisplay owner)
    {
        var formats = owner.Context.Formats;
        return field switch
        {
            TextField text => owner.Text(text),
            MarkdownField markdown => owner.Text(SafeHtml.MarkdownText.ToPlainText(markdown.Markdown)),
            MultiTextField several => string.Join(", ", several.Values.Select(owner.Text)),
            NumericField { Value: { } number } => CultureFormats.Number(number, formats),
            MoneyField { Amount: { } amount } money => CultureFormats.Money(amount, money.Currency, formats),
            TaxonomyField terms => string.Join(", ", owner.Context.Terms(terms).Select(t => t.Name)),
            ContentPickerField picker => string.Join(", ", owner.Items(picker).Select(i => i.Title)),
            AddressField address => string.Join(", ", new[] { address.Street, $"{address.PostalCode} {address.Locality}".Trim() }.Where(p => !string.IsNullOrWhiteSpace(p))),
            VideoField video => video.Url,
            BooleanField { Value: { } flag } => owner.Context.Word(flag),
            _ => OfMeasure(field, formats),
        };
    }

    private static string OfMeasure(ContentField field, CultureInfo formats) => field switch
    {
        QuantityField { Value: { } value } quantity => OfQuantity(value, quantity, formats),
        DateField { Value: { } date } => CultureDates.Date(date, formats),
        DateTimeField { Value: { } moment } => CultureDates.Date(DateOnly.FromDateTime(moment.UtcDateTime), formats),
        PartialDateField date => Of(date, formats),
        GeoPointField { Latitude: { } latitude, Longitude: { } longitude } => $"{CultureFormats.Number(latitude, formats)} ; {CultureFormats.Number(longitude, formats)}",
        LinkField link => link.Text.Length > 0 ? link.Text : link.Url,
        _ => "",
    };

    private static string OfQuantity(decimal value, QuantityField quantity, CultureInfo formats)
    {
        var figure = quantity.Unit == "%" ? CultureFormats.Percent(value, formats) : $"{CultureFormats.Number(value, formats)}\u00a0{quantity.Unit}".TrimEnd('\u00a0');
        return CultureFormats.Qualified(figure, quantity.Qualifier, formats);
    }

    /// <summary>A date or period, as precise as it is known.</summary>
    public static string Of(PartialDateField date, CultureInfo formats)
    {
        if (!PartialDate.TryParse(date.Start, out var start))
        {
            return date.Start;
        }

        return PartialDate.TryParse(date.End, out var end)
            ? CultureDates.Range((start.Year, start.Month, start.Day), (end.Year, end.Month, end.Day), formats)
            : CultureDates.Date(start.Year, start.Month, start.Day, formats);
    }
}
