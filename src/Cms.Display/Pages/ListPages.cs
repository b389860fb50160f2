using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Maps;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the list page of a type: one page of items, the facets with their counts, all state in the address.</summary>
public sealed class ListPages(
    ContentLists lists, ListFacets facets, PublishedItems published, DisplayBuilder displays, MapBuilder maps, IEnumerable<IListExtra> extras, IEnumerable<ListFile> files, FrameBuilder frames, PageTags tags, IStringLocalizer<ListPages> localizer)
{
    /// <returns>Null when a facet has a value that nothing has, the map has no such part, or the page is beyond the last.</returns>
    public async Task<ListPage?> MakeAsync(PageTarget.ListAt target, string culture, ListRequest request, CancellationToken token = default)
    {
        tags.AddList(target.Type.Name);
        var all = new ContentQuery { Type = target.Type.Name, Culture = culture, OrderBy = target.Type.ListOrder, Descending = target.Type.ListDescending, Page = request.Page };
        return await facets.NarrowAsync(target.Type, all, request, culture, token) is { } narrowed ? await MakeAsync(target, culture, narrowed, token) : null;
    }

    private async Task<ListPage?> MakeAsync(PageTarget.ListAt target, string culture, NarrowedList list, CancellationToken token)
    {
        var (request, path) = (list.Request, $"/{culture}/{target.Type.ListPaths[culture]}");
        var found = await published.KeepAsync(Key(request.Page), async () => await lists.PageAsync(list.Query, token), page => page.Items, token);
        var map = await MapAsync(target.Type, list, path, culture, token);
        if (request.Page > 1 ? found.Items.Count == 0 : map is null && request.Facets.ContainsKey(MapBuilder.Zoom))
        {
            return null;
        }

        var offered = await published.KeepAsync(Key(page: null), () => list.OfferAsync(token), _ => [], token);
        tags.AddSets(offered.Sets);
        var context = await displays.BuildAsync(culture, target.Introduction is null ? found.Items : [.. found.Items, target.Introduction], tags, token);
        var introduction = target.Introduction is null ? null : context.Display(target.Introduction, 1);
        var name = localizer[target.Type.PluralName.Length > 0 ? target.Type.PluralName : target.Type.DisplayName].Value;
        var heading = introduction?.Title ?? name;
        var narrowings = offered.Show(list.Facets, request, path);
        var frame = await FrameAsync(target, culture, request, Title(heading, narrowings, request.Page), introduction?.Summary ?? "", token);
        return new ListPage(frame, heading)
        {
            TypeName = name,
            Introduction = introduction,
            Items = [.. found.Items.Select(item => context.Display(item, 3))],
            Facets = narrowings,
            Map = map,
            Extras = await ExtrasAsync(target.Type, list, path, culture, token),
            Pager = new Pager(request.Page, found.LastPage, found.Total, found.TotalIsLowerBound, page => path + request.OnPage(page)),
        };

        ListKey Key(int? page) => new(target.Type.Name, culture, request.Narrowing, page);
    }

    /// <summary>Each address has a title of its own, for the marks and tabs of readers (RGAA 8.6).</summary>
    private string Title(string heading, IEnumerable<Facet> narrowings, int page)
    {
        var chosen = string.Join(", ", narrowings.SelectMany(facet => facet.Values).Where(value => value.IsChosen).Select(value => value.Text));
        var title = chosen.Length > 0 ? localizer["{0}: {1}", heading, chosen].Value : heading;
        return page > 1 ? localizer["{0}, page {1}", title, page] : title;
    }

    private async Task<ItemMap?> MapAsync(ContentTypeDefinition type, NarrowedList list, string path, string culture, CancellationToken token) =>
        list.Request.Page == 1 && maps.Has(type)
            ? await maps.MakeAsync(list.Query, culture, zoom => path + list.Request.With(MapBuilder.Zoom, zoom), list.Request.Facets.GetValueOrDefault(MapBuilder.Zoom), token)
            : null;

    private async Task<IReadOnlyList<object>> ExtrasAsync(ContentTypeDefinition type, NarrowedList list, string path, string culture, CancellationToken token)
    {
        var loaded = new List<object>();
        foreach (var extra in extras.Where(extra => extra.Type == type.Name))
        {
            if (await extra.LoadAsync(list, path, culture, token) is { } found)
            {
                loaded.Add(found);
            }
        }

        return loaded;
    }

    private List<PageFile> Files(ContentTypeDefinition type, string path, ListRequest request) =>
        [.. files.Where(file => (file.Type is null || file.Type == type.Name) && (!file.NeedsPositions || maps.Has(type))).Select(file => new PageFile(localizer[file.Text], path + file.Suffix + (file.IsData ? request.Narrowing : ""), file.MediaType, file.IsData))];

    private async Task<PageFrame> FrameAsync(PageTarget.ListAt target, string culture, ListRequest request, string title, string description, CancellationToken token)
    {
        var state = request.OnPage(request.Page);
        var addresses = target.Type.ListPaths.ToDictionary(p => p.Key, p => $"/{p.Key}/{p.Value}{state}");
        var path = $"/{culture}/{target.Type.ListPaths[culture]}";
        return await frames.BuildAsync(
            new FrameRequest(culture, title, path)
            {
                IsList = true,
                Files = Files(target.Type, path, request),
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
