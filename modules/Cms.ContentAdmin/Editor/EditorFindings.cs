using Cms.Content.Items;
using Cms.Core.Localization;
using Cms.Display.Accessibility;
using Cms.Display.Editors;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Editor;

/// <summary>A finding as an editor reads it.</summary>
/// <param name="Field">Label of the field, with that of the list and the number of the row before it.</param>
/// <param name="Target">Id of the input.</param>
public sealed record EditorFinding(FindingSeverity Severity, string Field, string Text, string Target);

/// <summary>What is found in the form that shuts readers out, worst first.</summary>
/// <param name="CheckUrl">Where the script asks again.</param>
public sealed record EditorFindings(IReadOnlyList<EditorFinding> All, string CheckUrl)
{
    public IReadOnlyList<EditorFinding> Errors => [.. All.Where(finding => finding.Severity == FindingSeverity.Error)];
}

/// <summary>Checks what is in a form and says it in the editor's words.</summary>
public sealed class EditorChecks(FailureText texts, IStringLocalizer<Startup> localizer)
{
    /// <summary>What is typed, whether or not it can be saved.</summary>
    public EditorFindings Of(EditSession session)
    {
        var typed = EditSession.Copy(session.Item);
        EditorForms.Read(typed, session.Values, session.Formats);
        return Of(typed);
    }

    public EditorFindings Of(ContentItem item) => new(
        [.. AccessibilityCheck.Of(item).OrderByDescending(finding => finding.Severity).Select(finding => new EditorFinding(finding.Severity, LabelOf(finding), texts.Of(finding.Failure), FieldEdit.IdOf(finding.Failure.Field!)))],
        EditorPage.UrlOf(item.ContentItemId) + "/check");

    private string LabelOf(Finding finding)
    {
        var label = Words(finding.Field.Label, finding.Field.Name);
        return finding.Row is { } row ? localizer["{0} {1} – {2}", Words(row.List.Label, row.List.Name), row.Number, label] : label;
    }

    private string Words(string label, string name) => localizer[label.Length > 0 ? label : name];
}
