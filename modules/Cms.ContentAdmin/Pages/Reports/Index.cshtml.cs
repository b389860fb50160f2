using Cms.Content.Manager;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>The reports on the whole website.</summary>
public sealed class ReportsModel(IActorSource actors) : PageModel
{
    public async Task OnGetAsync(CancellationToken token) => (await actors.OfAsync(User, token)).DemandSomewhere(ContentPermissions.Preview);
}
