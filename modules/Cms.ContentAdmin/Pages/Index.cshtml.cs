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
        if ((await actors.OfAsync(User, token)).Has(ContentPermissions.PreviewContent))
        {
            Counts = await queries.CountsAsync(token);
            (Newest, _) = await queries.PageAsync(new ContentQuery { PageSize = MostNewest }, token);
        }
    }
}
