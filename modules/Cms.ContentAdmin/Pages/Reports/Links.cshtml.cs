using Cms.Content.Manager;
using Cms.ContentAdmin.Reports;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>Links of the whole website that do not lead where they should.</summary>
public sealed class LinksModel(LinkReport report, AdminQueries queries, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    public IReadOnlyList<LinkFinding> Findings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Preview);
        Findings = await report.FindAsync(actor, token);
    }

    public string TypeName(LinkFinding finding) => queries.TypeName(finding.Item.ContentType);

    /// <summary>The field as its form names it; for a field of a row, the list that the row stands in.</summary>
    public string FieldName(LinkFinding finding)
    {
        var names = finding.Field.Split('.', '[');
        var fields = finding.Item.Type.Parts.Where(part => part.Name == names[0]).SelectMany(part => part.Fields);
        return fields.FirstOrDefault(field => field.Name == names.ElementAtOrDefault(1)) is { } found ? localizer[found.Label.Length > 0 ? found.Label : found.Name] : finding.Field;
    }

    /// <summary>English words for a problem, and msgid.</summary>
    public static string Words(LinkProblem problem) => problem switch
    {
        LinkProblem.InBin => "is in the bin",
        LinkProblem.NotPublished => "is not published",
        LinkProblem.OtherLanguage => "is in another language",
        _ => "does not exist",
    };
}
