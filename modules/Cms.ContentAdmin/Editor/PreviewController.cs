using System.Globalization;
using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Display.Editors;
using Cms.Display.Pages;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Mvc;

namespace Cms.ContentAdmin.Editor;

/// <summary>
/// Shows what is in a form as its page on the website would be, saving nothing. In the area of the public pages, so that their views find their own
/// parts; under <c>/admin</c>, so that nobody else sees it and nothing keeps it.
/// </summary>
[Area("Cms.Display")]
[RequestSizeLimit(8_000_000)]
[RequestFormLimits(ValueCountLimit = 20_000, BufferBodyLengthLimit = 8_000_000)]
public sealed class PreviewController(EditorDesk desk, ItemPages pages, TemplateFinder templates, CultureSettings cultures, IActorSource actors) : Controller
{
    [HttpPost("/admin/content/{id}/edit/preview")]
    public async Task<IActionResult> Preview(string id, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        var session = await desk.ReceiveAsync(id, Request.Form, actor, token);
        var item = EditSession.Copy(session.Item);
        if (!item.Type.IsRoutable)
        {
            throw new CmsException("content.not-found", 404, id);
        }

        EditorForms.Read(item, session.Values, session.Formats);
        item.DisplayText = item.Has<TitlePart>() && item.As<TitlePart>().Title is { Length: > 0 } title ? title : item.Type.DisplayName;
        ViewData.Model = await pages.PreviewAsync(item, token);
        return new PageInLanguage(cultures.Format(item.Culture)) { ViewName = templates.Page(item.Type, "Page"), ViewData = ViewData, TempData = TempData };
    }

    /// <summary>A page in the language of what it shows, whatever the language of the request.</summary>
    private sealed class PageInLanguage(CultureInfo culture) : ViewResult
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return base.ExecuteResultAsync(context);
        }
    }
}
