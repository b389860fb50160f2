using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;

namespace Cms.ContentAdmin.Editor;

/// <summary>Looks through what is in a form while it is written, and saves nothing. The answer is a piece of the page.</summary>
[Area("Cms.ContentAdmin")]
[RequestSizeLimit(8_000_000)]
[RequestFormLimits(ValueCountLimit = 20_000, BufferBodyLengthLimit = 8_000_000)]
public sealed class CheckController(EditorDesk desk, EditorChecks checks, IActorSource actors) : Controller
{
    [HttpPost("/admin/content/{id}/edit/check")]
    public async Task<IActionResult> Check(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var session = await desk.ReceiveAsync(id, Request.Form, actor, token);
        return PartialView("/Areas/Cms.ContentAdmin/Views/Editor/_Findings.cshtml", await checks.OfAsync(session, token));
    }
}
