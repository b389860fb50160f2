using System.Globalization;
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

/// <summary>What became of one item of a selection.</summary>
/// <param name="Problem">Why nothing was done, translated; null when it was.</param>
/// <param name="Choice">What selects the item again, to do it in spite of what uses it; null where that would not help.</param>
public sealed record SelectedItem(string Id, string Title, string Culture, string? Problem, string? Choice);

/// <param name="Title">Translated heading.</param>
/// <param name="Url">Address that does it.</param>
public sealed record SelectionOutcome(string Title, string Action, string Url, IReadOnlyList<SelectedItem> Items, string BackUrl)
{
    public int Done => Items.Count(item => item.Problem is null);
}

/// <summary>
/// Does one thing to every selected item of a list. Each item is a transaction and a decision of its own, with its own right and revision; the page that
/// follows tells what became of each.
/// </summary>
[Area("Cms.ContentAdmin")]
public sealed class SelectionController(
    ContentManager manager, ContentStore store, WhereUsed used, IActorSource actors, FailureText texts, IStringLocalizer<Startup> localizer) : Controller
{
    /// <summary>As many as a page of the list can show.</summary>
    private const int Most = 100;

    [HttpPost("/admin/content/selection/publication")]
    public Task<IActionResult> Publish(IReadOnlyList<string> item, string? back, CancellationToken token) =>
        DoAsync(
        "Publish",
        item,
        back,
        null,
        (found, actor) =>
        {
            PublicationGate.Demand(found);
            return manager.PublishAsync(found, actor, token: token);
        },
        token);

    [HttpPost("/admin/content/selection/publication/removal")]
    public Task<IActionResult> Unpublish(IReadOnlyList<string> item, string? back, bool confirmed, CancellationToken token) =>
        DoAsync("Unpublish", item, back, confirmed ? null : true, (found, actor) => manager.UnpublishAsync(found.ContentItemId, found.Revision, actor, token: token), token);

    [HttpPost("/admin/content/selection/removal")]
    public Task<IActionResult> Delete(IReadOnlyList<string> item, string? back, bool confirmed, CancellationToken token) =>
        DoAsync("Delete", item, back, confirmed ? null : false, (found, actor) => manager.DeleteAsync(found.ContentItemId, found.Revision, actor, token: token), token);

    /// <summary>Who comes back to the address of a button gets the list.</summary>
    [HttpGet("/admin/content/selection/{**verb}")]
    public IActionResult Return() => LocalRedirect("/admin/content");

    /// <param name="ask">Whether items that others point to are left as they are: true for published others only, false for all, null for no.</param>
    private async Task<IActionResult> DoAsync(string action, IReadOnlyList<string> choices, string? back, bool? ask, Func<ContentItem, Actor, Task> verb, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Preview);
        if (choices.Count > Most)
        {
            throw new CmsException("selection.too-many", 400, Most);
        }

        var items = new List<SelectedItem>();
        foreach (var choice in choices.Distinct())
        {
            items.Add(await OneAsync(choice, ask, verb, actor, token));
        }

        var url = Url.IsLocalUrl(back) && back!.StartsWith("/admin/content", StringComparison.Ordinal) ? back : "/admin/content";
        return View("/Areas/Cms.ContentAdmin/Views/Selection.cshtml", new SelectionOutcome(localizer["{0}: result", localizer[action].Value], localizer[action], Request.Path, items, url));
    }

    private async Task<SelectedItem> OneAsync(string choice, bool? ask, Func<ContentItem, Actor, Task> verb, Actor actor, CancellationToken token)
    {
        var colon = choice.LastIndexOf(':');
        var (id, revision) = colon < 0 ? (choice, "") : (choice[..colon], choice[(colon + 1)..]);
        var item = await store.FindByIdAsync(id, ContentVersion.Latest, token);
        if (item is null || !actor.May(ContentPermissions.Preview, item))
        {
            return new SelectedItem("", id, "", texts.Of(new Failure("content.not-found", null, id)), null);
        }

        if (item.Revision.ToString(CultureInfo.InvariantCulture) != revision)
        {
            return Refused(item, texts.Of(new StaleRevisionException()));
        }

        if (ask is { } publishedOnly && await used.OfAsync(item, publishedOnly, token) is { Count: > 0 } uses)
        {
            return Refused(item, localizer["Named by other content: {0}", string.Join(", ", uses.Select(use => use.Title))], choice);
        }

        return await TryAsync(item, verb, actor);
    }

    private async Task<SelectedItem> TryAsync(ContentItem item, Func<ContentItem, Actor, Task> verb, Actor actor)
    {
        try
        {
            await verb(item, actor);
            return new SelectedItem(item.ContentItemId, item.DisplayText, item.Culture, null, null);
        }
        catch (CmsException e) when (e.Status < 500)
        {
            return Refused(item, texts.Of(e));
        }
    }

    private static SelectedItem Refused(ContentItem item, string problem, string? choice = null) => new(item.ContentItemId, item.DisplayText, item.Culture, problem, choice);
}
