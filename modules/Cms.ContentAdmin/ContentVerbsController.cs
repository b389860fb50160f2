using Cms.Content.Manager;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>What the buttons of the content pages do. Each names the revision that the decision was based on; an older one is refused with 409.</summary>
[Area("Cms.ContentAdmin")]
public sealed class ContentVerbsController(ContentManager manager, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    [HttpPost("/admin/content/{id}/publication")]
    public Task<IActionResult> Publish(string id, int revision, CancellationToken token) => DoAsync(id, Notice.Published, actor => PublishAsync(id, revision, actor, token));

    [HttpPost("/admin/content/{id}/publication/removal")]
    public Task<IActionResult> Unpublish(string id, int revision, CancellationToken token) =>
        DoAsync(id, Notice.Unpublished, actor => manager.UnpublishAsync(id, revision, actor, token: token));

    [HttpPost("/admin/content/{id}/draft/removal")]
    public Task<IActionResult> Discard(string id, int revision, CancellationToken token) => DoAsync(id, Notice.Discarded, actor => manager.DiscardDraftAsync(id, revision, actor, token: token));

    [HttpPost("/admin/content/{id}/removal")]
    public Task<IActionResult> Delete(string id, int revision, CancellationToken token) =>
        DoAsync(null, Notice.Deleted, actor => manager.DeleteAsync(id, revision, actor, token: token));

    [HttpPost("/admin/content/{id}/restoration")]
    public Task<IActionResult> Restore(string id, CancellationToken token) => DoAsync(id, Notice.Restored, actor => manager.RestoreAsync(id, actor, token));

    private async Task PublishAsync(string id, int revision, Actor actor, CancellationToken token)
    {
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        if (item.Revision != revision)
        {
            throw new StaleRevisionException();
        }

        await manager.PublishAsync(item, actor, token: token);
    }

    private async Task<IActionResult> DoAsync(string? id, string done, Func<Actor, Task> verb)
    {
        var back = id is null ? "/admin/content" : $"/admin/content/{Uri.EscapeDataString(id)}";
        try
        {
            await verb(await actors.OfAsync(User, HttpContext.RequestAborted));
            return LocalRedirect($"{back}?done={done}");
        }
        catch (CmsException e) when (e is not AccessDeniedException && e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            var reasons = e is RuleException broken ? broken.Failures.Select(texts.Of) : [texts.Of(e)];
            return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [.. reasons], back));
        }
    }
}
