using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Reviews;
using Cms.ContentAdmin.Schedule;
using Cms.ContentAdmin.Work;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <param name="Problem">Why it did not happen; null while it is to come.</param>
public sealed record PlannedLine(ItemLink Item, string Verb, string When, string? Problem);

/// <summary>Where the administration begins: what is the reader's to do, then what there is. Who may not see drafts sees an empty dashboard.</summary>
public sealed class IndexModel(
    AdminQueries queries, EditorWork work, PlanStore plans, ReviewStore reviews, ContentStore store, WhereUsed used, FailureText texts, IActorSource actors) : PageModel
{
    private const int Most = 8;
    private const int MostPlans = 100;

    public IReadOnlyList<(string Name, string Text, int Count, bool More)> Counts { get; private set; } = [];

    /// <summary>Texts of the reader that are not saved.</summary>
    public IReadOnlyList<(string Id, string Title, string When)> Unsaved { get; private set; } = [];

    /// <summary>Drafts of the reader.</summary>
    public IReadOnlyList<ContentRow> Mine { get; private set; } = [];

    /// <summary>Drafts of others that the reader may publish.</summary>
    public IReadOnlyList<ContentRow> ToReview { get; private set; } = [];

    public IReadOnlyList<ContentRow> Newest { get; private set; } = [];

    /// <summary>What the reader may edit and is to be looked over by now.</summary>
    public IReadOnlyList<ItemLink> Reviews { get; private set; } = [];

    public IReadOnlyList<PlannedLine> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        if (!actor.MaySomewhere(ContentPermissions.Preview))
        {
            return;
        }

        Unsaved = [.. (await work.OfAsync(actor.UserId, Most, token)).Select(kept => (kept.ItemId, kept.Title, queries.Moment(kept.KeptUtc)))];
        var drafts = await DraftsAsync(actor, token);
        Mine = [.. drafts.Where(row => row.Author == actor.Name).Take(Most)];
        ToReview = [.. drafts.Where(row => row.Author != actor.Name && row.CanPublish).Take(Most)];
        (Newest, _) = await queries.PageAsync(new ContentQuery { OrderBy = ContentQuery.ByChange, Descending = true, PageSize = Most }, actor, token);
        Plans = await PlansAsync(actor, token);
        Reviews = await ReviewsAsync(actor, token);
        Counts = await queries.CountsAsync(actor, token);
    }

    /// <summary>The newest drafts that the reader may see.</summary>
    private async Task<IReadOnlyList<ContentRow>> DraftsAsync(Actor actor, CancellationToken token)
    {
        var rows = new List<ContentRow>();
        foreach (var state in new[] { ContentState.Draft, ContentState.Changed })
        {
            var query = new ContentQuery { OrderBy = ContentQuery.ByChange, Descending = true, PageSize = 50, Filters = [new StateFilter(state)] };
            rows.AddRange((await queries.PageAsync(query, actor, token)).Rows);
        }

        return [.. rows.OrderByDescending(row => row.ModifiedUtc, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ItemLink>> ReviewsAsync(Actor actor, CancellationToken token)
    {
        var links = new List<ItemLink>();
        foreach (var review in await reviews.DueAsync(MostPlans, token))
        {
            if (links.Count < Most && await store.FindByIdAsync(review.ItemId, ContentVersion.Latest, token) is { } item && actor.May(ContentPermissions.Edit, item))
            {
                links.Add(used.Link(item));
            }
        }

        return links;
    }

    private async Task<IReadOnlyList<PlannedLine>> PlansAsync(Actor actor, CancellationToken token)
    {
        var lines = new List<PlannedLine>();
        foreach (var plan in await plans.AllAsync(MostPlans, token))
        {
            if (await store.FindByIdAsync(plan.ItemId, ContentVersion.Latest, token) is { } item && actor.May(ContentPermissions.Preview, item))
            {
                var problem = plan.Problem ?? (plan.IsOf(item) ? null : "plan.changed");
                lines.Add(new PlannedLine(used.Link(item), plan.Verb, queries.Moment(plan.DueUtc), problem is null ? null : texts.Of(problem, [])));
            }
        }

        return lines;
    }
}
