using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Pages;
using Cms.Display.Templates;
using CsvHelper;
using Microsoft.Extensions.Localization;

namespace Cms.OpenData;

/// <summary>
/// A list as a table (RFC 4180) for spreadsheets in the reader's language: its separator and decimal sign, a byte order mark, days as in ISO 8601. A cell that a
/// spreadsheet could take for a formula begins with an apostrophe.
/// </summary>
internal sealed class CsvTable(ListReader reader, CsvText texts, CultureSettings cultures, WebsiteSettings website, IStringLocalizer<CsvTable> localizer)
{
    private static readonly string[] _ofPages = [nameof(TitlePart), nameof(AutoroutePart), nameof(PublicationPart)];

    public async Task WriteAsync(Stream body, ContentTypeDefinition type, NarrowedList list, string culture, CancellationToken token)
    {
        var options = CsvWriterOptions.Default with { Separator = cultures.Format(culture).TextInfo.ListSeparator[0], Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        await using var csv = CsvWriter.Create(body, options, true);
        var fields = type.Parts.Where(part => !_ofPages.Contains(part.Name)).SelectMany(part => part.Fields.Where(field => field.ClrType != typeof(MediaField)).Select(field => (part, field))).ToList();
        await csv.WriteRecordAsync([.. Headings(type, fields)], token);
        await foreach (var page in reader.ReadAsync(list, culture, token))
        {
            foreach (var item in page)
            {
                await csv.WriteRecordAsync([.. Cells(item, fields)], token);
            }

            await csv.FlushAsync(token);
        }
    }

    /// <summary>No two columns have one name, or programs could not tell them apart: a field that is called as another says whose it is.</summary>
    private List<string> Headings(ContentTypeDefinition type, IEnumerable<(PartDefinition Part, FieldDefinition Field)> fields)
    {
        List<string> names = [localizer["Identifier"], localizer["Title"], localizer["Address"], localizer["Summary"], localizer["Published by"], localizer["Themes"], localizer["Updated on"]];
        foreach (var (part, field) in fields)
        {
            var label = localizer[field.Label].Value;
            string[] possible = [label, $"{label} ({localizer[type.DisplayName]})", $"{label} ({part.Name}.{field.Name})"];
            var name = possible.FirstOrDefault(text => !names.Contains(text)) ?? possible[^1];
            names.Add(name);
            if (HasWords(field))
            {
                names.Add(localizer["{0}, in words", name]);
            }
        }

        return names;
    }

    private IEnumerable<string> Cells(ItemDisplay item, IEnumerable<(PartDefinition Part, FieldDefinition Field)> fields)
    {
        yield return item.Item.LocalizationSet;
        yield return item.Title;
        yield return item.Url is { } url ? new Uri(website.BaseUrl, url).AbsoluteUri : "";
        yield return item.Summary;
        yield return item.Publisher?.Title ?? "";
        yield return string.Join(", ", item.Themes.Select(theme => theme.Name));
        yield return item.Item.ModifiedUtc?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        foreach (var (part, definition) in fields)
        {
            var field = definition.Field(item.Item.Part(part));
            yield return field is null ? "" : texts.Of(field, definition, item);
            if (HasWords(definition))
            {
                yield return field is null ? "" : FieldText.Of(field, item);
            }
        }
    }

    /// <summary>How exact a quantity is stands in words beside its number.</summary>
    private static bool HasWords(FieldDefinition field) => field.ClrType == typeof(QuantityField) || field.ClrType == typeof(MoneyField);
}
