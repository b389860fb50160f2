using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.ContentAdmin.Reports;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Display.Accessibility;
using Cms.Display.Editors;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Editor;

/// <summary>A finding as an editor reads it.</summary>
/// <param name="Field">Label of the field, with that of the list and the number of the row before it.</param>
/// <param name="Target">Id of the input.</param>
public sealed record EditorFinding(FindingSeverity Severity, string Field, string Text, string Target);

/// <summary>What is found in the form that shuts readers out or leads them astray, worst first.</summary>
/// <param name="CheckUrl">Where the script asks again.</param>
public sealed record EditorFindings(IReadOnlyList<EditorFinding> All, string CheckUrl)
{
    public IReadOnlyList<EditorFinding> Errors => [.. All.Where(finding => finding.Severity == FindingSeverity.Error)];
}

/// <summary>Checks what is in a form and says it in the editor's words.</summary>
public sealed class EditorChecks(LinkCheck links, WhereUsed used, FailureText texts, IStringLocalizer<Startup> localizer)
{
    /// <summary>What is typed, whether or not it can be saved.</summary>
    public async Task<EditorFindings> OfAsync(EditSession session, CancellationToken token)
    {
        var typed = EditSession.Copy(session.Item);
        EditorForms.Read(typed, session.Values, session.Formats);
        var readers = AccessibilityCheck.Of(typed).Select(finding => Said(finding.Severity, finding.Failure, finding.Field, finding.Row));
        var astray = (await links.OfAsync(typed, token)).Select(fault => Said(SeverityOf(fault.Problem), new Failure(KeyOf(fault.Problem), fault.Input, fault.Target), fault.Field, fault.Row));
        return new EditorFindings([.. readers.Concat(astray).Concat(await LostTermsAsync(session.Item, typed, token)).OrderByDescending(finding => finding.Severity)], EditorPage.UrlOf(typed.ContentItemId) + "/check");
    }

    /// <summary>Terms that are taken out of a taxonomy although items have them.</summary>
    private async Task<IEnumerable<EditorFinding>> LostTermsAsync(ContentItem stored, ContentItem typed, CancellationToken token)
    {
        if (!typed.Has<TermsPart>() || typed.As<TermsPart>().Terms.Rows.Select(term => term.Id).ToHashSet() is var kept && stored.As<TermsPart>().Terms.Rows.TrueForAll(term => kept.Contains(term.Id)))
        {
            return [];
        }

        var part = typed.Type.Part(nameof(TermsPart))!;
        var field = part.Fields.First(field => field.Name == nameof(TermsPart.Terms));
        return (await used.TermsAsync(stored, token)).Where(term => !kept.Contains(term.Id))
            .Select(term => Said(FindingSeverity.Warning, new Failure("term.used", EditorForms.NameOf(part, field), term.Name, term.Count), field, null));
    }

    /// <summary>What is still a draft may well be published with this.</summary>
    private static FindingSeverity SeverityOf(LinkProblem problem) => problem == LinkProblem.NotPublished ? FindingSeverity.Hint : FindingSeverity.Warning;

    private static string KeyOf(LinkProblem problem) => problem switch
    {
        LinkProblem.InBin => "link.in-bin",
        LinkProblem.NotPublished => "link.not-published",
        LinkProblem.OtherLanguage => "link.other-language",
        _ => "link.missing",
    };

    private EditorFinding Said(FindingSeverity severity, Failure failure, FieldDefinition field, FindingRow? row) =>
        new(severity, LabelOf(field, row), texts.Of(failure), FieldEdit.IdOf(failure.Field!));

    private string LabelOf(FieldDefinition field, FindingRow? inside)
    {
        var label = Words(field.Label, field.Name);
        return inside is { } row ? localizer["{0} {1} – {2}", Words(row.List.Label, row.List.Name), row.Number, label] : label;
    }

    private string Words(string label, string name) => localizer[label.Length > 0 ? label : name];
}
