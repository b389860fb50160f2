using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Editor;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>Asks before something is taken away that other content points to.</summary>
/// <param name="Title">Translated question.</param>
/// <param name="Action">Translated name of what is done.</param>
/// <param name="Url">Address that does it.</param>
public sealed record Confirmation(string Title, string Culture, string Action, string Url, int Revision, IReadOnlyList<ItemLink> Uses, string BackUrl);

/// <summary>
/// What the buttons of the content pages do. Each names the revision that the decision was based on; an older one is refused with 409. A button pressed
/// twice does once what it says.
/// </summary>
[Area("Cms.ContentAdmin")]
public sealed class ContentVerbsController(
    ContentManager manager, ContentStore store, WhereUsed used, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    [HttpPost("/admin/content/{id}/publication")]
    public Task<IActionResult> Publish(string id, int revision, CancellationToken token) => DoAsync(id, async actor =>
    {
        await PublishAsync(id, revision, actor, token);
        return Done(id, Notice.Published);
    });

    [HttpPost("/admin/content/{id}/publication/removal")]
    public Task<IActionResult> Unpublish(string id, int revision, bool confirmed, CancellationToken token) => DoAsync(id, async actor =>
    {
        if (!confirmed && await AskAsync(id, revision, ContentPermissions.Publish, true, localizer["Unpublish"], $"{Url(id)}/publication/removal", actor, token) is { } question)
        {
            return question;
        }

        await manager.UnpublishAsync(id, revision, actor, token: token);
        return Done(id, Notice.Unpublished);
    });

    [HttpPost("/admin/content/{id}/draft/removal")]
    public Task<IActionResult> Discard(string id, int revision, CancellationToken token) => DoAsync(id, async actor =>
    {
        await manager.DiscardDraftAsync(id, revision, actor, token: token);
        return Done(id, Notice.Discarded);
    });

    [HttpPost("/admin/content/{id}/removal")]
    public Task<IActionResult> Delete(string id, int revision, bool confirmed, CancellationToken token) => DoAsync(null, async actor =>
    {
        if (!confirmed && await AskAsync(id, revision, ContentPermissions.Delete, false, localizer["Delete"], $"{Url(id)}/removal", actor, token) is { } question)
        {
            return question;
        }

        await manager.DeleteAsync(id, revision, actor, token: token);
        return Done(null, Notice.Deleted);
    });

    [HttpPost("/admin/content/{id}/restoration")]
    public Task<IActionResult> Restore(string id, CancellationToken token) => DoAsync(id, async actor =>
    {
        await manager.RestoreAsync(id, actor, token);
        return Done(id, Notice.Restored);
    });

    [HttpPost("/admin/content/{id}/versions/{version}/restoration")]
    public Task<IActionResult> RestoreVersion(string id, string version, int revision, CancellationToken token) => DoAsync(id, async actor =>
    {
        await manager.RestoreVersionAsync(id, version, actor, revision, token);
        return Done(id, Notice.VersionRestored);
    });

    [HttpPost("/admin/content/{id}/duplication")]
    public Task<IActionResult> Duplicate(string id, CancellationToken token) => DoAsync(id, async actor =>
    {
        var copy = await manager.DuplicateAsync(id, title => localizer["{0} (copy)", title], actor, token);
        return LocalRedirect($"{Url(copy.ContentItemId)}/edit?done={Notice.Duplicated}");
    });

    private async Task PublishAsync(string id, int revision, Actor actor, CancellationToken token)
    {
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        actor.Demand(ContentPermissions.Publish, item);
        if (item.Revision != revision)
        {
            throw new StaleRevisionException();
        }

        PublicationGate.Demand(item);
        await manager.PublishAsync(item, actor, token: token);
    }

    /// <summary>The question, or nothing where no other content would notice.</summary>
    private async Task<IActionResult?> AskAsync(string id, int revision, ContentRight right, bool publishedOnly, string action, string url, Actor actor, CancellationToken token)
    {
        if (await store.FindByIdAsync(id, ContentVersion.Latest, token) is not { } item || item.Revision != revision || !actor.May(right, item))
        {
            return null;
        }

        var uses = await used.OfAsync(item, publishedOnly, token);
        return uses.Count == 0 ? null : View("/Areas/Cms.ContentAdmin/Views/Confirm.cshtml", new Confirmation(item.DisplayText, item.Culture, action, url, revision, uses, Url(id)));
    }

    private async Task<IActionResult> DoAsync(string? id, Func<Actor, Task<IActionResult>> verb)
    {
        try
        {
            return await verb(await actors.OfAsync(User, HttpContext.RequestAborted));
        }
        catch (CmsException e) when (e is not AccessDeniedException && e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            var reasons = e is RuleException broken ? broken.Failures.Select(texts.Of) : [texts.Of(e)];
            return View("/Areas/Cms.ContentAdmin/Views/Refused.cshtml", new Refusal(localizer["This was not done"], [.. reasons], id is null ? "/admin/content" : Url(id)));
        }
    }

    private LocalRedirectResult Done(string? id, string done) => LocalRedirect($"{(id is null ? "/admin/content" : Url(id))}?done={done}");

    private static new string Url(string id) => $"/admin/content/{Uri.EscapeDataString(id)}";
}
