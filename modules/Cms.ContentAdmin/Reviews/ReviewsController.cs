using System.Globalization;
using Cms.Content.Manager;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Reviews;

/// <summary>Sets the day from which on an item is to be looked over.</summary>
[Area("Cms.ContentAdmin")]
public sealed class ReviewsController(ReviewStore reviews, ContentManager manager, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    /// <param name="due">A day as a browser sends it, 2027-03-31; empty for none.</param>
    [HttpPost("/admin/content/{id}/review")]
    public async Task<IActionResult> Set(string id, string? due, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        actor.Demand(ContentPermissions.Edit, item);
        var url = $"/admin/content/{Uri.EscapeDataString(id)}";
        DateOnly? day = null;
        if (!string.IsNullOrWhiteSpace(due))
        {
            if (!DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed))
            {
                Response.StatusCode = 400;
                return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [texts.Of("plan.time", [])], url));
            }

            day = typed;
        }

        await reviews.SetAsync(item, day, actor, token);
        return LocalRedirect($"{url}?done={(day is null ? Notice.ReviewRemoved : Notice.ReviewSet)}");
    }
}
