using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>A dated figure and how old it is.</summary>
public sealed record OldFigure(ItemLink Item, string AsOf);

/// <summary>What nobody changed for long, the oldest first, and figures whose date is long past.</summary>
public sealed class FreshnessModel(AdminQueries queries, ContentLists lists, WhereUsed used, IActorSource actors, TimeProvider time) : PageModel
{
    private const string FigureType = "KeyFigure";
    private const string FigureDate = "AsOf";
    private const int MostMonths = 120;

    /// <summary>Months without a change that make content old.</summary>
    [BindProperty(SupportsGet = true)]
    public int Months { get; set; } = 12;

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public IReadOnlyList<OldFigure> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Preview);
        if (!ModelState.IsValid || Months is < 0 or > MostMonths)
        {
            throw new CmsException("report.months", 400, MostMonths);
        }

        var limit = time.GetUtcNow().AddMonths(-Months);
        var (rows, _) = await queries.PageAsync(new ContentQuery { OrderBy = ContentQuery.ByChange, PageSize = 100 }, actor, token);
        Rows = [.. rows.Where(row => Utc.Parse(row.ModifiedUtc) <= limit)];
        Figures = await FiguresAsync(actor, limit, token);
    }

    /// <summary>Figures with a date that ended before the limit, the oldest first.</summary>
    private async Task<IReadOnlyList<OldFigure>> FiguresAsync(Actor actor, DateTimeOffset limit, CancellationToken token)
    {
        var found = new List<(DateOnly Last, OldFigure Figure)>();
        await foreach (var item in LatestAsync(token))
        {
            if (actor.May(ContentPermissions.Preview, item) && item.Type.Field($"{FigureType}.{FigureDate}") is { } at && at.Field.Get(item.Part(at.Part)) is PartialDateField { LastDay: { } last } date && last < DateOnly.FromDateTime(limit.UtcDateTime))
            {
                found.Add((last, new OldFigure(used.Link(item), date.Start ?? "")));
            }
        }

        return [.. found.OrderBy(figure => figure.Last).Select(figure => figure.Figure)];
    }

    private async IAsyncEnumerable<ContentItem> LatestAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var page = 1; page <= 10; page++)
        {
            var items = await lists.PageAsync(new ContentQuery { Type = FigureType, Version = ContentVersion.Latest, Page = page, PageSize = 100 }, token);
            foreach (var item in items.Items)
            {
                yield return item;
            }

            if (page >= items.LastPage)
            {
                yield break;
            }
        }
    }
}
