using Cms.Content.Manager;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>What was deleted and can be brought back.</summary>
public sealed class BinModel(BinStore bin, AdminQueries queries, IActorSource actors) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<BinnedItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        (await actors.OfAsync(User, token)).Demand(ContentPermissions.DeleteContent);
        Items = await bin.ListAsync(Most, token);
    }

    public string TypeName(BinnedItem item) => queries.TypeName(item.Type);

    public string Moment(BinnedItem item) => queries.Moment(item.DeletedUtc);
}
