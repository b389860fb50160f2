using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Editors;

/// <summary>What a form is made from.</summary>
public sealed record EditorRequest(ContentItem Item, EditorValues Values, EditorFormats Formats, string StepUrl)
{
    /// <summary>What is wrong; the field of each is the name of an input.</summary>
    public IReadOnlyList<Failure> Failures { get; init; } = [];

    /// <summary>The item in another language, to be read beside.</summary>
    public ContentItem? Other { get; init; }

    public OtherLanguage? OtherLanguage { get; init; }

    /// <summary>Names of the set's other languages, in the editor's language: what a shared field changes as well.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>True where the editor may not change what those languages share: it is shown as text.</summary>
    public bool IsSharedFixed { get; init; }

    /// <summary>Whose drafts pickers offer; null for all.</summary>
    public VisibleFilter? Drafts { get; init; }

    /// <inheritdoc cref="FieldEdit.Focus"/>
    public string Focus { get; init; } = "";
}

/// <summary>What was taken over from a form.</summary>
/// <param name="Changed">Names of the fields whose value is another now.</param>
/// <param name="Failures">What can not be understood or breaks the rules of its field.</param>
public sealed record EditorReading(IReadOnlyList<string> Changed, IReadOnlyList<Failure> Failures);

/// <summary>Makes the form of any item from the definition of its type.</summary>
public sealed class EditorForms(EditorChoices choices, FieldWordsSource words, FailureText texts, IStringLocalizer<EditorForms> localizer)
{
    /// <summary>A list of more rows than this shows their titles only.</summary>
    private const int MostOpenRows = 3;

    /// <summary>The values of an item as its form shows them.</summary>
    public static EditorValues Show(ContentItem item, EditorFormats formats)
    {
        var values = new EditorValues();
        foreach (var part in item.Type.Parts)
        {
            foreach (var (field, editor) in FieldEditors.Of(part.Fields))
            {
                FieldEditors.Show(editor, field, item.Part(part), new FieldSlot(field, NameOf(part, field), values, formats, []));
            }
        }

        return values;
    }

    /// <summary>Puts what was typed into an item; parts of which nothing was changed stay as they were stored.</summary>
    public static EditorReading Read(ContentItem item, EditorValues values, EditorFormats formats)
    {
        var failures = new List<Failure>();
        var changed = new List<string>();
        foreach (var part in item.Type.Parts)
        {
            foreach (var (field, editor) in FieldEditors.Of(part.Fields))
            {
                if (FieldEditors.Read(editor, field, item.Part(part), new FieldSlot(field, NameOf(part, field), values, formats, failures)))
                {
                    item.Document.MarkAltered(part);
                    changed.Add(NameOf(part, field));
                }
            }
        }

        return new EditorReading(changed, failures);
    }

    public static string NameOf(PartDefinition part, FieldDefinition field) => $"{part.Name}.{field.Name}";

    public async Task<EditorForm> MakeAsync(EditorRequest request, CancellationToken token)
    {
        var said = await words.ForAsync(request.Other is null ? [request.Item] : [request.Item, request.Other], request.Formats, token);
        var panels = new List<EditorPanel>();
        foreach (var group in request.Item.Type.Parts.OrderBy(Rank).GroupBy(part => TitleOf(part, request.Item.Type)))
        {
            var fields = new List<FieldEdit>();
            foreach (var part in group)
            {
                fields.AddRange(await FieldsAsync(request, said, part.Fields, part.Name, part.Name, request.Item.Part(part), request.Other?.Part(part), token));
            }

            panels.Add(new EditorPanel(group.Key, fields));
        }

        return new EditorForm([.. panels.Where(panel => panel.Fields.Count > 0)], Problems(request, [.. panels.SelectMany(panel => panel.Fields)]));
    }

    /// <summary>The heading that a part's fields stand under: title and the type's own part together, what all types have apart.</summary>
    public string TitleOf(PartDefinition part, ContentTypeDefinition type) => part.Name switch
    {
        nameof(PublicationPart) => localizer["Presentation"],
        nameof(AutoroutePart) => localizer["Address on the website"],
        nameof(TitlePart) or nameof(TermsPart) => localizer[type.DisplayName],
        _ when part.Name == type.Name => localizer[type.DisplayName],
        _ => localizer[part.DisplayName],
    };

    /// <summary>What an item says comes before how it is shown, and its address last.</summary>
    private static int Rank(PartDefinition part) => part.Name switch
    {
        nameof(PublicationPart) => 1,
        nameof(AutoroutePart) => 2,
        _ => 0,
    };

    private async Task<List<FieldEdit>> FieldsAsync(
        EditorRequest request, FieldWords said, IReadOnlyList<FieldDefinition> fields, string name, string path, FieldHolder? own, FieldHolder? other, CancellationToken token)
    {
        var edits = new List<FieldEdit>();
        foreach (var (field, editor) in FieldEditors.Of(fields))
        {
            var input = $"{name}.{field.Name}";
            var edit = new FieldEdit
            {
                Definition = field,
                Name = input,
                Editor = editor,
                Label = localizer[field.Label.Length > 0 ? field.Label : field.Name],
                Hint = HintOf(field, editor),
                Shared = SharedText(request, field),
                Fixed = request.IsSharedFixed && field.Shared ? own is null ? "" : said.Of(field.Get(own), field) : null,
                HasFixedRows = request.IsSharedFixed && field.IsList,
                Language = field.Shared ? null : request.Item.Culture,
                Values = request.Values,
                Errors = field.IsList ? [.. ErrorsOf(request, input, exact: true)] : [.. ErrorsOf(request, input, exact: false)],
                Other = field.Shared || field.IsList || other is null ? "" : said.Of(field.Get(other), field),
                OtherLanguage = request.OtherLanguage,
                Choices = await choices.OfAsync(field, editor, input, $"{path}.{field.Name}", request.Values, request.Drafts, token),
                StepUrl = request.StepUrl,
                Focus = request.Focus,
            };
            edits.Add(field.IsList ? edit with { Rows = await RowsAsync(request, said, edit, $"{path}.{field.Name}", own, other, token) } : edit);
        }

        return edits;
    }

    private async Task<IReadOnlyList<RowEdit>> RowsAsync(EditorRequest request, FieldWords said, FieldEdit list, string path, FieldHolder? own, FieldHolder? other, CancellationToken token)
    {
        var rows = new List<RowEdit>();
        var ids = request.Values.All(list.Name).Distinct().ToList();
        var owns = RowsOf(own);
        var others = RowsOf(other);
        foreach (var id in ids)
        {
            var name = FieldSlot.RowInput(list.Name, id);
            var fields = await FieldsAsync(request, said, list.Definition.RowFields, name, path, owns.FirstOrDefault(row => row.Id == id), others.FirstOrDefault(row => row.Id == id), token);
            var isAsked = request.Focus.Length > 0 && (request.Focus.StartsWith(name, StringComparison.Ordinal) || request.Focus.Contains(id, StringComparison.Ordinal));
            var isOpen = ids.Count <= MostOpenRows || isAsked || ErrorsOf(request, name, exact: false).Any();
            rows.Add(new RowEdit(id, name, rows.Count + 1, RowTitle(fields), fields, rows.Count == 0, rows.Count == ids.Count - 1, isOpen));
        }

        return rows;

        IReadOnlyList<ListRow> RowsOf(FieldHolder? holder) => holder is null ? [] : (list.Definition.Field(holder) as ListField)?.Items ?? [];
    }

    /// <summary>What the first filled text of a row says.</summary>
    private static string RowTitle(List<FieldEdit> fields) =>
        fields.Where(field => field.Editor is TextEditor or PartialDateEditor).Select(field => field.Editor is TextEditor ? field.Text() : field.Text("Start")).FirstOrDefault(text => text.Length > 0) ?? "";

    private string HintOf(FieldDefinition field, FieldEditor editor) =>
        field.Hint.Length > 0 ? localizer[field.Hint] : editor.Hint.Length > 0 ? localizer[editor.Hint] : "";

    private string SharedText(EditorRequest request, FieldDefinition field)
    {
        if (request.SharedWith.Count == 0 || !(field.Shared || field.IsList))
        {
            return "";
        }

        var languages = string.Join(", ", request.SharedWith);
        if (request.IsSharedFixed)
        {
            return localizer["The same in: {0}", languages];
        }

        return field.IsList && !field.Shared ? localizer["Adding, moving and removing rows also changes: {0}", languages] : localizer["Also changes: {0}", languages];
    }

    private IEnumerable<InputError> ErrorsOf(EditorRequest request, string input, bool exact) => request.Failures
        .Where(failure => failure.Field is { } field && (field == input || (!exact && field.StartsWith(input, StringComparison.Ordinal) && field[input.Length] is '.' or '[')))
        .Select(failure => new InputError(failure.Field!, texts.Of(failure)));

    private List<EditorProblem> Problems(EditorRequest request, List<FieldEdit> fields)
    {
        var all = AllOf(fields).ToList();
        return
        [
            .. request.Failures.Select(failure => all.LastOrDefault(field => field.Errors.Any(error => error.Input == failure.Field)) is { } field
                ? new EditorProblem(field.Label, texts.Of(failure), FieldEdit.IdOf(failure.Field!))
                : new EditorProblem("", texts.Of(failure), null)),
        ];
    }

    private static IEnumerable<FieldEdit> AllOf(IEnumerable<FieldEdit> fields) =>
        fields.SelectMany(field => field.Rows.SelectMany(row => AllOf(row.Fields)).Prepend(field));
}
