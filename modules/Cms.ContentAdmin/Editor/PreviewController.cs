using System.Globalization;
using System.Text;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Editors;
using Cms.Display.Pages;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Mvc;

namespace Cms.ContentAdmin.Editor;

/// <summary>The preview of an item: its page in a frame, whose width the reader chooses.</summary>
/// <param name="Html">The whole page.</param>
/// <param name="IsTyped">True for what is typed in a form, false for what is saved.</param>
/// <param name="Languages">The language versions there are.</param>
public sealed record PreviewPage(string Title, string Culture, string Html, bool IsTyped, IReadOnlyList<EditorLanguage> Languages);

/// <summary>
/// Shows what is in a form, or the newest version that is saved, as its page on the website would be; saves nothing. In the area of the public pages, so that
/// their views find their own parts; under <c>/admin</c>, so that nobody else sees it and nothing keeps it.
/// </summary>
[Area("Cms.Display")]
[RequestSizeLimit(8_000_000)]
[RequestFormLimits(ValueCountLimit = 20_000, BufferBodyLengthLimit = 8_000_000)]
public sealed class PreviewController(EditorDesk desk, EditorPages editor, ItemPages pages, TemplateFinder templates, ContentManager manager, ContentStore store, CultureSettings cultures, IActorSource actors) : Controller
{
    private const string Head = "<head>";

    [HttpPost("/admin/content/{id}/edit/preview")]
    public async Task<IActionResult> Typed(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var session = await desk.ReceiveAsync(id, Request.Form, actor, token);
        var item = EditSession.Copy(session.Item);
        EditorForms.Read(item, session.Values, session.Formats);
        item.DisplayText = item.Has<TitlePart>() && item.As<TitlePart>().Title is { Length: > 0 } title ? title : item.Type.DisplayName;
        return await ShowAsync(item, actor, isTyped: true, token);
    }

    [HttpGet("/admin/content/{id}/preview")]
    public async Task<IActionResult> Saved(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        return await ShowAsync(item, actor, isTyped: false, token);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, Actor actor, bool isTyped, CancellationToken token)
    {
        if (!item.Type.IsRoutable)
        {
            throw new CmsException("content.not-found", 404, item.ContentItemId);
        }

        var languages = (await store.LanguagesAsync(item.LocalizationSet, ContentVersion.Latest, token)).Where(other => other.Culture == item.Culture || actor.May(ContentPermissions.Preview, other));
        var html = await RenderAsync(item, token);
        return View("/Areas/Cms.ContentAdmin/Views/Editor/Preview.cshtml", new PreviewPage(item.DisplayText, item.Culture, html, isTyped, editor.Previews(item, languages)));
    }

    /// <summary>
    /// The page as a text, in its own language, which ends with this method. Its links open a window of their own: in the frame no page of the website is shown.
    /// </summary>
    private async Task<string> RenderAsync(ContentItem item, CancellationToken token)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = cultures.Format(item.Culture);
        ViewData.Model = await pages.PreviewAsync(item, token);
        var page = new ViewResult { ViewName = templates.Page(item.Type, "Page"), ViewData = ViewData, TempData = TempData };
        var body = Response.Body;
        using var written = new MemoryStream();
        Response.Body = written;
        try
        {
            await page.ExecuteResultAsync(ControllerContext);
        }
        finally
        {
            Response.Body = body;
        }

        return Encoding.UTF8.GetString(written.ToArray()).Replace(Head, Head + "<base target=\"_blank\">", StringComparison.Ordinal);
    }
}
