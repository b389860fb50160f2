using Cms.Content.Store;
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
        var all = new ContentQuery { Type = target.Type.Name, Culture = culture, OrderBy = target.Type.ListOrder, Descending = target.Type.ListDescending, Page = request.Page };
        var known = facets.Of(target.Type, culture, request);
        if (await NarrowedList.OfAsync(all, known, request, token) is not { } narrowed)
        {
            return null;
        }

        var found = await published.KeepAsync(Key(request.Page), async () => await lists.PageAsync(narrowed.Query, token), page => page.Items, token);
        if (found.Items.Count == 0 && request.Page > 1)
        {
            return null;
        }

        var offered = await published.KeepAsync(Key(page: null), () => narrowed.OfferAsync(token), _ => [], token);
        tags.AddSets(offered.Sets);
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
            Facets = offered.Show(known, request, path),
            Pager = new Pager(request.Page, found.LastPage, found.Total, found.TotalIsLowerBound, page => path + request.OnPage(page)),
        };

        ListKey Key(int? page) => new(target.Type.Name, culture, request.OnPage(1), page);
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

    /// <param name="Chosen">Facets, as addresses have them.</param>
    /// <param name="Page">Null for what the facets offer, which is the same on every page.</param>
    private sealed record ListKey(string Type, string Culture, string Chosen, int? Page);
}
