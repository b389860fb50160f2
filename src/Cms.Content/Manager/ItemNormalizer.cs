using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;

namespace Cms.Content.Manager;

/// <summary>Brings an item into the form it is stored in: ids of new rows, sort keys of natural texts, last days of indexed dates, trimmed titles. Running it twice changes nothing.</summary>
internal static partial class ItemNormalizer
{
    public static void Normalize(ContentItem item)
    {
        foreach (var definition in item.Type.Parts)
        {
            var part = item.Part(definition);
            if (part is TitlePart title && title.Title.Trim() != title.Title)
            {
                title.Title = title.Title.Trim();
                item.Document.MarkAltered(definition);
            }

            if (Normalize(part, definition.Fields))
            {
                item.Document.MarkAltered(definition);
            }
        }
    }

    /// <summary>Longest sort key: its entry in an index must find room, and letters and numbers grow when they are written out.</summary>
    private const int MaxSortKey = 800;

    /// <summary>Numbers in a text padded to nine digits, so that 5.2.9 sorts before 5.2.10.</summary>
    public static string SortKey(string text)
    {
        var key = Numbers().Replace(text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormKD), match => match.Value.PadLeft(9, '0'));
        return key.Length <= MaxSortKey ? key : key[..(char.IsHighSurrogate(key[MaxSortKey - 1]) ? MaxSortKey - 1 : MaxSortKey)];
    }

    private static bool Normalize(FieldHolder holder, IReadOnlyList<FieldDefinition> fields)
    {
        var changed = false;
        foreach (var definition in fields)
        {
            var field = definition.Field(holder);
            if (field is TextField text && definition.Natural)
            {
                var key = text.IsEmpty ? null : SortKey(text.Text);
                changed |= text.SortKey != key;
                text.SortKey = key;
            }
            else if (field is PartialDateField date && definition.Indexed)
            {
                var last = date.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                changed |= date.Last != last;
                date.Last = last;
            }
            else if (field is ListField list)
            {
                foreach (var row in list.Items)
                {
                    changed |= row.Id.Length == 0;
                    row.Id = row.Id.Length == 0 ? IdGenerator.NewId() : row.Id;
                    changed |= Normalize(row, definition.RowFields);
                }
            }
        }

        return changed;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
