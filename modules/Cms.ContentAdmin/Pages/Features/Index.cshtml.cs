using Cms.Core.Hosting;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Pages;

/// <summary>Every feature, and buttons to turn it on or off.</summary>
public sealed class FeaturesModel(FeatureManager features, IActorSource actors, IStringLocalizer<Startup> localizer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => ContentAdmin.Notice.Text(Done);

    public IReadOnlyList<FeatureGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        (await actors.OfAsync(User, token)).Demand(Permissions.ManageFeatures);
        Groups = FeatureList.Of(features, localizer);
    }
}
