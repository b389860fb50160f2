using Cms.Content.Store;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the list page of a type: one page of items, the facets with their counts, all state in the address.</summary>
public sealed class ListPages(ContentLists lists, ListFacets facets, DisplayBuilder displays, FrameBuilder frames, PageTags tags, IStringLocalizer<ListPages> localizer)
{
    /// <returns>Null when a facet has a value that nothing has, or the page is beyond the last.</returns>
    public async Task<ListPage?> MakeAsync(PageTarget.ListAt target, string culture, ListRequest request, CancellationToken token = default)
    {
        tags.AddList(target.Type.Name);
        var all = new ContentQuery { Type = target.Type.Name, Culture = culture, OrderBy = target.Type.ListOrder, Descending = target.Type.ListDescending, Page = request.Page };
        var narrowed = await facets.NarrowAsync(target.Type, all, request, culture, token);
        var found = narrowed is null ? null : await lists.PageAsync(narrowed.Query, token);
        if (narrowed is null || found is null || (found.Items.Count == 0 && request.Page > 1))
        {
            return null;
        }

        var shown = target.Introduction is null ? found.Items : [.. found.Items, target.Introduction];
        var context = await displays.BuildAsync(culture, shown, tags, token);
        var path = $"/{culture}/{target.Type.ListPaths[culture]}";
        var introduction = target.Introduction is null ? null : context.Display(target.Introduction, 1);
        var name = localizer[target.Type.PluralName.Length > 0 ? target.Type.PluralName : target.Type.DisplayName].Value;
        return new ListPage(await FrameAsync(target, culture, request, introduction?.Title ?? name, introduction?.Summary ?? "", token), introduction?.Title ?? name)
        {
            TypeName = name,
            Introduction = introduction,
            Items = [.. found.Items.Select(item => context.Display(item, 3))],
            Facets = await narrowed.CountAsync(path, token),
            Pager = new Pager(request.Page, found.LastPage, found.Total, found.TotalIsLowerBound, page => path + request.OnPage(page)),
        };
    }

    private async Task<PageFrame> FrameAsync(PageTarget.ListAt target, string culture, ListRequest request, string title, string description, CancellationToken token)
    {
        var state = request.OnPage(request.Page);
        var addresses = target.Type.ListPaths.ToDictionary(p => p.Key, p => $"/{p.Key}/{p.Value}{state}");
        return await frames.BuildAsync(
            new FrameRequest(culture, title, $"/{culture}/{target.Type.ListPaths[culture]}")
            {
                Description = description,
                Canonical = addresses[culture],
                Addresses = addresses,
            },
            token);
    }
}
