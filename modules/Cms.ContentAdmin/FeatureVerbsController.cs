using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Modules;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>What the buttons of the feature list do. The website goes on serving; the answer comes from the shell that is being replaced.</summary>
[Area("Cms.ContentAdmin")]
public sealed class FeatureVerbsController(FeatureManager features, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    private const string Page = "/admin/features";

    [HttpPost("/admin/features/{id}/activation")]
    public Task<IActionResult> Enable(string id) => DoAsync(Notice.Enabled, () => features.EnableAsync([id], CancellationToken.None));

    [HttpPost("/admin/features/{id}/deactivation")]
    public Task<IActionResult> Disable(string id) => DoAsync(Notice.Disabled, () =>
        FeatureList.CarriesAdministration(features, id) ? throw new CmsException("features.administration", 409, id) : features.DisableAsync([id], token: CancellationToken.None));

    /// <summary>Not tied to the caller's connection: a change that has begun is brought to its end.</summary>
    private async Task<IActionResult> DoAsync(string done, Func<Task<FeatureChange>> change)
    {
        (await actors.OfAsync(User, HttpContext.RequestAborted)).Demand(Permissions.ManageFeatures);
        try
        {
            await change();
            return LocalRedirect($"{Page}?done={done}");
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            return Refuse(e.Status, texts.Of(e));
        }
        catch (ModuleException e)
        {
            return Refuse(StatusCodes.Status409Conflict, e.Message);
        }
    }

    private ViewResult Refuse(int status, string reason)
    {
        Response.StatusCode = status;
        return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [reason], Page));
    }
}
