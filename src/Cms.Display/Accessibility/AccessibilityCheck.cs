using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Display.Editors;

namespace Cms.Display.Accessibility;

/// <summary>
/// Looks through everything that an item says for what shuts readers out, as far as a program can tell: headings, words of links, tables, alternative texts,
/// transcripts, passages in another language (RGAA 9.1, 6.1, 5.6, 1.1, 4.1, 8.7).
/// </summary>
public static class AccessibilityCheck
{
    /// <summary>What an alternative text's field is called after its picture's: <c>Picture</c>, <c>PictureText</c>.</summary>
    private const string TextSuffix = "Text";

    /// <summary>What the field of a text's language is called after it: <c>Quotation</c>, <c>QuotationLanguage</c>.</summary>
    private const string LanguageSuffix = "Language";

    private const string Transcript = "Transcript";

    /// <summary>Everything that was found, in the order of the fields.</summary>
    public static IReadOnlyList<Finding> Of(ContentItem item) =>
        [.. item.Type.Parts.SelectMany(part => new Holder(item.Part(part), part.Fields, part.Name, item.Culture).Findings())];

    /// <summary>True for the path of a picture, as its name says.</summary>
    public static bool IsPicture(string path) => PictureText.IsPicture(path);

    /// <summary>A part or a row with its fields.</summary>
    private sealed record Holder(FieldHolder Values, IReadOnlyList<FieldDefinition> Fields, string Name, string Culture, FindingRow? Row = null)
    {
        public IEnumerable<Finding> Findings() => Fields.SelectMany(field => field.Get(Values) switch
        {
            ListField list => list.Items.SelectMany((row, place) => new Holder(row, field.RowFields, FieldSlot.RowInput(InputOf(field), row.Id), Culture, new FindingRow(field, place + 1)).Findings()),
            MarkdownField { IsEmpty: false } text => MarkdownCheck.Of(text.Markdown, TextOf(field.Name + LanguageSuffix) ?? Culture).Select(found => At(field, found.Severity, found.Failure)),
            // Without words of its own a link stands under the label of its field, with its address.
            LinkField { IsEmpty: false, Text.Length: > 0 } link => LinkWords.Check(link.Text).Select(found => At(field, found.Severity, found.Failure)),
            MediaField { IsEmpty: false } media => Pictures(field, media),
            VideoField { IsEmpty: false } => MissingTranscript(),
            _ => [],
        });

        private IEnumerable<Finding> Pictures(FieldDefinition field, MediaField media)
        {
            if (!media.Paths.Exists(PictureText.IsPicture))
            {
                return [];
            }

            var beside = Fields.FirstOrDefault(other => other.Name == field.Name + TextSuffix && other.Get(Values) is TextField);
            var texts = beside is null ? media.Paths.Select((_, place) => media.MediaTexts.ElementAtOrDefault(place) ?? "") : [TextOf(beside.Name) ?? ""];
            return texts.SelectMany(PictureText.Check).Select(found => At(beside ?? field, found.Severity, found.Failure));
        }

        private IEnumerable<Finding> MissingTranscript() => Fields
            .Where(field => field.Name == Transcript && field.Get(Values) is MarkdownField { IsEmpty: true })
            .Select(field => At(field, FindingSeverity.Error, new Failure("accessibility.transcript")));

        private string? TextOf(string name) =>
            Fields.FirstOrDefault(field => field.Name == name)?.Get(Values) is TextField { IsEmpty: false } text ? text.Text : null;

        private string InputOf(FieldDefinition field) => $"{Name}.{field.Name}";

        private Finding At(FieldDefinition field, FindingSeverity severity, Failure failure) => new(severity, failure with { Field = InputOf(field) }, field, Row);
    }
}
