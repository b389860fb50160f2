using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the list page of a type: one page of items, the facets with their counts, all state in the address.</summary>
public sealed class ListPages(ContentLists lists, ListFacets facets, PublishedItems published, DisplayBuilder displays, FrameBuilder frames, PageTags tags, IStringLocalizer<ListPages> localizer)
{
    /// <returns>Null when a facet has a value that nothing has, or the page is beyond the last.</returns>
    public async Task<ListPage?> MakeAsync(PageTarget.ListAt target, string culture, ListRequest request, CancellationToken token = default)
    {
        tags.AddList(target.Type.Name);
        var found = facets.Of(target.Type, culture, request);
        var list = await published.KeepAsync(new ListKey(target.Type.Name, culture, request.OnPage(request.Page)), () => ReadAsync(target.Type, culture, found, request, token), list => list.Items, token);
        if (list is null)
        {
            return null;
        }

        tags.AddSets(list.Sets);
        var shown = target.Introduction is null ? list.Page.Items : [.. list.Page.Items, target.Introduction];
        var context = await displays.BuildAsync(culture, shown, tags, token);
        var path = $"/{culture}/{target.Type.ListPaths[culture]}";
        var introduction = target.Introduction is null ? null : context.Display(target.Introduction, 1);
        var name = localizer[target.Type.PluralName.Length > 0 ? target.Type.PluralName : target.Type.DisplayName].Value;
        return new ListPage(await FrameAsync(target, culture, request, introduction?.Title ?? name, introduction?.Summary ?? "", token), introduction?.Title ?? name)
        {
            TypeName = name,
            Introduction = introduction,
            Items = [.. list.Items.Select(item => context.Display(item, 3))],
            Facets = list.Show(found, request, path),
            Pager = new Pager(request.Page, list.Page.LastPage, list.Page.Total, list.Page.TotalIsLowerBound, page => path + request.OnPage(page)),
        };
    }

    private Task<NarrowedList?> ReadAsync(ContentTypeDefinition type, string culture, IReadOnlyList<ListFacet> facets, ListRequest request, CancellationToken token) =>
        NarrowedList.ReadAsync(lists, new ContentQuery { Type = type.Name, Culture = culture, OrderBy = type.ListOrder, Descending = type.ListDescending, Page = request.Page }, facets, request, token);

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

    /// <param name="State">Facets and page number, as addresses have them.</param>
    private sealed record ListKey(string Type, string Culture, string State);
}
