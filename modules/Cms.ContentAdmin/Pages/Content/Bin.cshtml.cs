using Cms.Content.Manager;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>What was deleted and can be brought back.</summary>
public sealed class BinModel(BinStore bin, AdminQueries queries, IActorSource actors) : PageModel
{
    /// <summary>How many are looked at; somebody with few rights sees fewer.</summary>
    private const int Most = 500;

    public IReadOnlyList<BinnedItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Delete);
        Items = [.. (await bin.ListAsync(Most, token)).Where(item => actor.May(ContentPermissions.Delete, item.Type, item.Culture, item.Owner, item.Publisher))];
    }

    public string TypeName(BinnedItem item) => queries.TypeName(item.Type);

    public string Moment(BinnedItem item) => queries.Moment(item.DeletedUtc);
}
