using System.Globalization;
using Cms.Content.Manager;
using Cms.ContentAdmin.Editor;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Schedule;

/// <summary>Plans a publication or withdrawal, in the website's time zone, and takes plans back.</summary>
[Area("Cms.ContentAdmin")]
public sealed class PlansController(
    PlanStore plans, ContentManager manager, WebsiteSettings website, IActorSource actors, TimeProvider time, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <param name="at">Date and time on the website's clock, as a browser sends them: 2026-12-24T18:00.</param>
    [HttpPost("/admin/content/{id}/plans/{verb:regex(^(publish|unpublish)$)}")]
    public async Task<IActionResult> Set(string id, string verb, string? at, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        actor.Demand(ContentPermissions.Publish, item);
        if ((Problem(at, out var due) ?? (verb == Plan.Publish && PublicationGate.IsShut(item) ? new Failure("editor.gated") : null)) is { } problem)
        {
            Response.StatusCode = 400;
            return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [texts.Of(problem)], UrlOf(id)));
        }

        await plans.SetAsync(item, verb, due, actor, token);
        return LocalRedirect($"{UrlOf(id)}?done={Notice.Planned}");
    }

    [HttpPost("/admin/content/{id}/plans/{verb:regex(^(publish|unpublish)$)}/removal")]
    public async Task<IActionResult> Remove(string id, string verb, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        actor.Demand(ContentPermissions.Publish, item);
        await plans.RemoveAsync(id, verb, token);
        return LocalRedirect($"{UrlOf(id)}?done={Notice.PlanRemoved}");
    }

    /// <summary>A time that the clocks jump over does not exist; one that they show twice is the first of both.</summary>
    private Failure? Problem(string? at, out DateTimeOffset due)
    {
        due = default;
        if (!DateTime.TryParseExact(at, [Format, Format + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || website.TimeZone.IsInvalidTime(local))
        {
            return new Failure("plan.time");
        }

        var offset = website.TimeZone.IsAmbiguousTime(local) ? website.TimeZone.GetAmbiguousTimeOffsets(local).Max() : website.TimeZone.GetUtcOffset(local);
        due = new DateTimeOffset(local, offset).ToUniversalTime();
        return due <= time.GetUtcNow() ? new Failure("plan.past") : null;
    }

    private static string UrlOf(string id) => $"/admin/content/{Uri.EscapeDataString(id)}";
}
