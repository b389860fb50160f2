using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>Where the administration begins. Who may not see drafts sees an empty dashboard.</summary>
public sealed class IndexModel(AdminQueries queries, IActorSource actors) : PageModel
{
    private const int MostNewest = 10;

    public IReadOnlyList<(string Name, string Text, int Count, bool More)> Counts { get; private set; } = [];

    public IReadOnlyList<ContentRow> Newest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        if (actor.MaySomewhere(ContentPermissions.Preview))
        {
            Counts = await queries.CountsAsync(actor, token);
            (Newest, _) = await queries.PageAsync(new ContentQuery { OrderBy = ContentQuery.ByChange, Descending = true, PageSize = MostNewest }, actor, token);
        }
    }
}
