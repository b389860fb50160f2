using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Maps;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Cms.Display.Pages;

/// <summary>Every public address that stands in content: items, lists, old addresses.</summary>
[Area("Cms.Display")]
public sealed class PublicController(PageResolver resolver, ItemPages items, ListPages lists, MapBuilder maps, CultureSettings cultures, TemplateFinder templates) : Controller
{
    /// <summary>The address without a language: leads to the home page in the reader's.</summary>
    [HttpGet("/")]
    [HttpHead("/")]
    public IActionResult Root()
    {
        Response.Headers.Vary = "Accept-Language, Cookie";
        Response.Headers.CacheControl = "no-cache";
        return LocalRedirect("/" + RequestCultures.Preferred(Request, cultures));
    }

    [HttpGet("/{culture:culture}/{**path}")]
    [HttpHead("/{culture:culture}/{**path}")]
    [OutputCache(PolicyName = PublicPageCache.Name)]
    public async Task<IActionResult> Show(string culture, string? path, CancellationToken token)
    {
        path ??= "";
        if (path.EndsWith('/'))
        {
            return NotFound();
        }

        return await resolver.ResolveAsync(culture, path, token) switch
        {
            PageTarget.ItemAt target => View(templates.Page(target.Item.Type, "Page"), await items.MakeAsync(target, culture, token)),
            PageTarget.ListAt target => await ListAsync(target, culture, token),
            PageTarget.MovedTo target => LocalRedirectPermanent(target.Url),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> ListAsync(PageTarget.ListAt target, string culture, CancellationToken token)
    {
        var keys = ListFacets.Keys(target.Type);
        if (!ListRequest.TryRead(Request.Query, maps.Has(target.Type) ? [.. keys, MapBuilder.Zoom] : keys, out var request))
        {
            return BadRequest();
        }

        return await lists.MakeAsync(target, culture, request, token) is { } page ? View(templates.Page(target.Type, "List"), page) : NotFound();
    }
}
