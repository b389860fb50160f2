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

    /// <summary>Labels of the field and of the list that it stands in.</summary>
    public string FieldName(LinkFinding finding)
    {
        var names = new List<string>();
        var pieces = finding.Field.Split('.');
        var fields = finding.Item.Type.Part(pieces[0])?.Fields ?? [];
        foreach (var piece in pieces.Skip(1))
        {
            var field = fields.FirstOrDefault(field => field.Name == piece);
            names.Add(localizer[field is { Label.Length: > 0 } ? field.Label : piece]);
            fields = field?.RowFields ?? [];
        }

        return string.Join(" – ", names);
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
