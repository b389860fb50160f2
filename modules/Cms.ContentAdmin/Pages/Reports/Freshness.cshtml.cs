using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Reviews;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>A dated figure and how old it is.</summary>
public sealed record OldFigure(ItemLink Item, string AsOf);

/// <summary>Content whose day of review has come.</summary>
public sealed record DueReview(ItemLink Item, string Owner, DateOnly Due);

/// <summary>What is to be looked over by now, what nobody changed for long, the oldest first, and figures whose date is long past; of everybody or of one owner.</summary>
public sealed class FreshnessModel(
    AdminQueries queries, ContentLists lists, ContentStore store, ContentFilters filters, ReviewStore reviews, WhereUsed used, IActorSource actors, TimeProvider time) : PageModel
{
    private const string FigureType = "KeyFigure";
    private const string FigureDate = "AsOf";
    private const int MostMonths = 120;
    private const int MostReviews = 200;

    /// <summary>Months without a change that make content old.</summary>
    [BindProperty(SupportsGet = true)]
    public int Months { get; set; } = 12;

    /// <summary>Id of an account, <see cref="ContentFiltering.Mine"/>, or empty for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public IReadOnlyList<FilterOption> Owners { get; private set; } = [];

    public IReadOnlyList<DueReview> Reviews { get; private set; } = [];

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
        var owner = Owner == ContentFiltering.Mine ? actor.UserId : Owner ?? "";
        Owners = await filters.OwnersAsync(Owner ?? "", actor, token);
        Reviews = await ReviewsAsync(owner, actor, token);
        var (rows, _) = await queries.PageAsync(new ContentQuery { OrderBy = ContentQuery.ByChange, PageSize = 100, Filters = owner.Length > 0 ? [new OwnerFilter(owner)] : [] }, actor, token);
        Rows = [.. rows.Where(row => Utc.Parse(row.ModifiedUtc) <= limit)];
        Figures = await FiguresAsync(owner, actor, limit, token);
    }

    private async Task<IReadOnlyList<DueReview>> ReviewsAsync(string owner, Actor actor, CancellationToken token)
    {
        var names = Owners.Where(option => option.Value != ContentFiltering.Mine).ToDictionary(option => option.Value, option => option.Text);
        names[actor.UserId] = actor.Name;
        var found = new List<DueReview>();
        foreach (var review in await reviews.DueAsync(MostReviews, token))
        {
            if (await store.FindByIdAsync(review.ItemId, ContentVersion.Latest, token) is { } item && actor.May(ContentPermissions.Preview, item) && (owner.Length == 0 || item.Owner == owner))
            {
                found.Add(new DueReview(used.Link(item), names.GetValueOrDefault(item.Owner, ""), review.Due));
            }
        }

        return found;
    }

    /// <summary>Figures with a date that ended before the limit, the oldest first.</summary>
    private async Task<IReadOnlyList<OldFigure>> FiguresAsync(string owner, Actor actor, DateTimeOffset limit, CancellationToken token)
    {
        var found = new List<(DateOnly Last, OldFigure Figure)>();
        await foreach (var item in LatestAsync(token))
        {
            if (actor.May(ContentPermissions.Preview, item) && (owner.Length == 0 || item.Owner == owner) && item.Type.Field($"{FigureType}.{FigureDate}") is { } at && at.Field.Get(item.Part(at.Part)) is PartialDateField { LastDay: { } last } date && last < DateOnly.FromDateTime(limit.UtcDateTime))
            {
                found.Add((last, new OldFigure(used.Link(item), FieldText.Of(date, CultureInfo.CurrentCulture))));
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
