using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.ContentAdmin.Work;
using Cms.Core.Security;
using Cms.Data;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cms.ContentAdmin.Editor;

/// <summary>
/// The editor: one form for items of every type. Each button sends the whole form to an address of its own; what could not be saved comes back as it was
/// typed.
/// </summary>
[Area("Cms.ContentAdmin")]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueCountLimit = MostInputs, BufferBodyLengthLimit = LargestForm)]
public sealed class EditorController(EditorDesk desk, EditorPages pages, EditorWork work, SignedOutWork signedOut, ContentStore store, IActorSource actors) : Controller
{
    /// <summary>Bytes: some texts of the greatest length, encoded.</summary>
    internal const int LargestForm = 8_000_000;

    /// <summary>Inputs: lists of the greatest length.</summary>
    internal const int MostInputs = 20_000;

    /// <summary>How often a save begins anew because somebody else was faster.</summary>
    private const int MostTries = 3;

    private static readonly Dictionary<string, string> _undecided = [];

    [HttpGet("/admin/content/new")]
    public async Task<IActionResult> Choose()
    {
        var actor = await ActorAsync();
        actor.DemandSomewhere(ContentPermissions.Edit);
        return View("/Areas/Cms.ContentAdmin/Views/Editor/New.cshtml", pages.Types(actor));
    }

    [HttpGet("/admin/content/new/{type}/{culture}")]
    public async Task<IActionResult> New(string type, string culture, string? set, CancellationToken token)
    {
        var actor = await ActorAsync();
        actor.DemandSomewhere(ContentPermissions.Edit);
        if (set is { Length: > 0 } && await store.StateAsync(set, culture, token) is { IsDeleted: false } there)
        {
            return LocalRedirect(EditorPage.UrlOf(there.ItemId));
        }

        var session = await desk.CreateAsync(type, culture, set ?? "", actor, token);
        return await FormAsync(await pages.MakeAsync(session, actor, token), actor, token);
    }

    /// <param name="kept">True to go on with the text that was typed and not saved.</param>
    [HttpGet("/admin/content/{id}/edit")]
    public async Task<IActionResult> Edit(string id, string? done, bool kept, CancellationToken token)
    {
        var actor = await ActorAsync();
        if (kept && await work.FindAsync(id, actor.UserId, token) is { } form)
        {
            var typed = await desk.ReceiveAsync(id, form, actor, token);
            return await FormAsync(await pages.MakeAsync(typed, actor, token, isTyped: true), actor, token);
        }

        var session = await desk.OpenAsync(id, actor, token);
        await work.SeeAsync(id, actor, token);
        return await FormAsync(await pages.MakeAsync(session, actor, token, notice: Notice.Text(done)), actor, token);
    }

    /// <summary>Who comes back to the address of a button, after signing in again or by choosing another language, gets the form.</summary>
    [HttpGet("/admin/content/{id}/edit/{button}")]
    [HttpGet("/admin/content/{id}/edit/resolution/{button}")]
    public async Task<IActionResult> Return(string id, CancellationToken token)
    {
        var isKept = await work.KeptAsync(id, (await ActorAsync()).UserId, token) is not null;
        return LocalRedirect(
            isKept ? $"{EditorPage.UrlOf(id)}?kept=true" :
            await store.FindByIdAsync(id, ContentVersion.Latest, token) is null ? "/admin/content" :
            EditorPage.UrlOf(id));
    }

    [HttpPost("/admin/content/{id}/edit/draft")]
    public Task<IActionResult> Save(string id, string? step, CancellationToken token) => SaveAsync(id, step, publish: false, token);

    [HttpPost("/admin/content/{id}/edit/publication")]
    public Task<IActionResult> Publish(string id, CancellationToken token) => SaveAsync(id, null, publish: true, token);

    /// <summary>Adds, removes or moves rows, or searches; saves nothing.</summary>
    [HttpPost("/admin/content/{id}/edit/step")]
    public async Task<IActionResult> Step(string id, string? step, CancellationToken token)
    {
        var actor = await ActorAsync();
        var session = await desk.ReceiveAsync(id, Request.Form, actor, token);
        return await StepAsync(session, step ?? "", actor, token);
    }

    /// <summary>Keeps what is typed, for its author and nobody else, and tells who else has the item open. A form without fields is a sign of life.</summary>
    [HttpPost("/admin/content/{id}/edit/work")]
    public async Task<IActionResult> Keep(string id, CancellationToken token)
    {
        var actor = await ActorAsync();
        var session = await desk.ReceiveAsync(id, Request.Form, actor, token);
        if (session.Values.Pairs.Any())
        {
            var title = session.Values.Text("TitlePart.Title");
            await work.KeepAsync(id, actor.UserId, actor.Name, Request.Form, title.Length > 0 ? title : session.Item.DisplayText, token);
        }
        else
        {
            await work.SeeAsync(id, actor, token);
        }

        return PartialView("/Areas/Cms.ContentAdmin/Views/Editor/Work.cshtml", await pages.WorkAsync(id, actor, token));
    }

    [HttpPost("/admin/content/{id}/edit/work/removal")]
    public async Task<IActionResult> Forget(string id, CancellationToken token)
    {
        await work.ForgetAsync(id, (await ActorAsync()).UserId, token);
        return LocalRedirect(await store.FindByIdAsync(id, ContentVersion.Latest, token) is null ? "/admin" : EditorPage.UrlOf(id));
    }

    [HttpPost("/admin/content/{id}/edit/resolution/draft")]
    public Task<IActionResult> ResolveDraft(string id, CancellationToken token) => ResolveAsync(id, publish: false, token);

    [HttpPost("/admin/content/{id}/edit/resolution/publication")]
    public Task<IActionResult> ResolvePublication(string id, CancellationToken token) => ResolveAsync(id, publish: true, token);

    private async Task<IActionResult> SaveAsync(string id, string? step, bool publish, CancellationToken token)
    {
        var actor = await ActorAsync();
        for (var tries = 1; ; tries++)
        {
            var session = await desk.ReceiveAsync(id, Request.Form, actor, token);

            // The first button of the form is the one that Enter presses: in the search of a picker it searches.
            if (step == FormSteps.Enter && FormSteps.Waiting(session.Values) is { } search)
            {
                return await StepAsync(session, search, actor, token);
            }

            try
            {
                return await AnswerAsync(session, await desk.SaveAsync(session, publish, actor, token), publish, _undecided, actor, token);
            }
            catch (StaleRevisionException) when (tries < MostTries)
            {
                // Somebody else was faster: the next round sees what they wrote.
            }
        }
    }

    private async Task<IActionResult> ResolveAsync(string id, bool publish, CancellationToken token)
    {
        var actor = await ActorAsync();
        for (var tries = 1; ; tries++)
        {
            var received = await desk.ReceiveAsync(id, Request.Form, actor, token);

            // What was chosen against another version than the newest says nothing about that one.
            var choices = Request.Form["_against"].ToString() == EditorDesk.Against(received.Item) ? Choices(Request.Form) : _undecided;
            try
            {
                var (session, outcome) = await desk.ResolveAsync(received, choices, publish, actor, token);
                return await AnswerAsync(session, outcome, publish, choices, actor, token);
            }
            catch (StaleRevisionException) when (tries < MostTries)
            {
                // Somebody else was faster: the next round sees what they wrote.
            }
        }
    }

    private async Task<IActionResult> AnswerAsync(EditSession session, SaveOutcome outcome, bool publish, IReadOnlyDictionary<string, string> choices, Actor actor, CancellationToken token)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                await work.ForgetAsync(session.Item.ContentItemId, actor.UserId, token);
                var done = saved.Written is null ? Notice.Unchanged : !publish ? Notice.Saved : saved.Written.PublishedShared ? Notice.PublishedForAll : Notice.Published;
                return LocalRedirect($"{EditorPage.UrlOf(session.Item.ContentItemId)}?done={done}");
            case SaveOutcome.InConflict conflict:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("/Areas/Cms.ContentAdmin/Views/Editor/Conflict.cshtml", pages.Conflict(session, conflict.Differences, choices, actor));
            case SaveOutcome.Gated:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return await FormAsync(await pages.MakeAsync(session, actor, token, isTyped: true) with { IsGated = true }, actor, token);
            default:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return await FormAsync(await pages.MakeAsync(session, actor, token, failures: ((SaveOutcome.Refused)outcome).Failures, isTyped: true), actor, token);
        }
    }

    private async Task<IActionResult> StepAsync(EditSession session, string step, Actor actor, CancellationToken token)
    {
        var focus = FormSteps.Take(step, session.Values);
        return await FormAsync(await pages.MakeAsync(session, actor, token, focus: focus, isTyped: true), actor, token);
    }

    private async Task<ViewResult> FormAsync(EditorPage page, Actor actor, CancellationToken token)
    {
        signedOut.Remember(Response, actor);
        return View("/Areas/Cms.ContentAdmin/Views/Editor/Edit.cshtml", page with { Work = await pages.WorkAsync(page.Id, actor, token) });
    }

    private async Task<Actor> ActorAsync() => await actors.OfAsync(User, HttpContext.RequestAborted);

    private static Dictionary<string, string> Choices(IFormCollection form) => form
        .Where(entry => entry.Key.StartsWith(ConflictPage.ChoicePrefix, StringComparison.Ordinal) && entry.Value is [FieldDifference.ChooseMine or FieldDifference.ChooseTheirs])
        .ToDictionary(entry => entry.Key[ConflictPage.ChoicePrefix.Length..], entry => entry.Value.ToString());
}
