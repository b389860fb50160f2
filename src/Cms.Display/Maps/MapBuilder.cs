using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Maps;

/// <summary>Draws the map of a list: its points as links, parts of it to enlarge, and every place in a list beside it.</summary>
public sealed class MapBuilder(
    ContentLists lists, PublishedItems published, DisplayBuilder displays, IEnumerable<IMapSource> sources, CultureSettings cultures, PageTags tags, IStringLocalizer<MapBuilder> localizer)
{
    /// <summary>Query key of the part that is enlarged.</summary>
    public const string Zoom = "zoom";

    /// <summary>Value of <see cref="Zoom"/> for the whole.</summary>
    private const string Whole = "all";

    /// <summary>Items that a map shows at most: more could not be told apart, and their list would be too long for a page.</summary>
    private const int MostItems = 200;

    private const int PageSize = 100;
    private const int MostNames = 3;

    /// <summary>Views wider than this have no scale: it would be true in their middle only.</summary>
    private const double WidestScale = 2_000;

    private static readonly int[] _round = [5, 2, 1];

    public bool Has(ContentTypeDefinition type) => sources.Any(source => source.Type == type.Name);

    /// <param name="list">The list, narrowed.</param>
    /// <param name="address">Address of the list with a part enlarged.</param>
    /// <param name="zoom">Code of the part; null for the first view.</param>
    /// <returns>Null for a part that the map does not have, and for a list with nothing to show.</returns>
    public async Task<ItemMap?> MakeAsync(ContentQuery list, string culture, Func<string, string> address, string? zoom, CancellationToken token = default)
    {
        var source = sources.First(source => source.Type == list.Type);
        tags.AddList(list.Type!);
        var (items, isCut) = await published.KeepAsync(new MapKey(address(Whole)), () => ItemsAsync(list, token), found => found.Items, token);
        var context = await displays.BuildAsync(culture, items, tags, token);
        var shown = items.ConvertAll(item => context.Display(item, 3));
        var placed = shown.SelectMany(item => source.Points(item).Select(point => new PlacedItem(item, point))).ToList();
        var areas = placed.GroupBy(item => item.Point.Area.Code).OrderByDescending(area => area.Count()).ThenBy(area => area.Key, StringComparer.Ordinal).ToList();
        zoom ??= source.BeginsWide || areas.Count == 0 ? Whole : areas[0].Key;
        var inView = zoom == Whole ? placed : areas.Find(area => area.Key == zoom)?.ToList() ?? [];
        if (inView.Count == 0)
        {
            return null;
        }

        var window = MapWindow.Around(inView.ConvertAll(item => item.Point), source.SmallestSpan);
        var map = new ItemMap
        {
            Id = $"map-{list.Type}",
            Title = source.Title,
            Drawing = WorldOutlines.Draw(window),
            Views = Views(areas, placed, zoom, address),
            Spots = [],
            Scale = Scale(window, culture),
            Places = Places(placed, $"map-{list.Type}"),
            Beside = [.. shown.SelectMany(item => source.Beside(item).Select(text => new MapLink(item.Title, item.Url!, text == item.Title ? "" : text)))],
            IsCut = isCut,
        };
        return map with { Spots = MapSpots.Label([.. MapSpots.Gather(inView, window).Select(spot => Spot(spot, window, map, zoom, address))]) };
    }

    /// <summary>Where one item is; null for an item with no point or several, and for types whose pages have no such map.</summary>
    public PlaceMap? Place(ItemDisplay item)
    {
        var source = sources.FirstOrDefault(source => source.Type == item.Item.ContentType);
        if (source?.Points(item).ToList() is not [var point] || source.Surroundings(point) is not { } window)
        {
            return null;
        }

        var (x, y) = (window.X(point.Longitude) / MapWindow.Width, window.Y(point.Latitude) / MapWindow.Height);
        var formats = item.Context.Formats;
        return new PlaceMap(WorldOutlines.Draw(window), MapSpots.Percent(x), MapSpots.Percent(y), point.Label, x < .5 ? "right" : "left")
        {
            Scale = Scale(window, item.Context.Culture),
            Position = localizer["Latitude {0}, longitude {1}", CultureFormats.Number((decimal)point.Latitude, formats), CultureFormats.Number((decimal)point.Longitude, formats)],
        };
    }

    private async Task<MappedItems> ItemsAsync(ContentQuery list, CancellationToken token)
    {
        var items = new List<ContentItem>();
        for (var page = 1; ; page++)
        {
            var found = await lists.PageAsync(list with { Page = page, PageSize = PageSize }, token);
            items.AddRange(found.Items.Where(item => item.Url is not null));
            if (found.Items.Count < PageSize || page * PageSize >= MostItems)
            {
                return new MappedItems(items, found.Total > page * PageSize);
            }
        }
    }

    private List<MapView> Views(List<IGrouping<string, PlacedItem>> areas, List<PlacedItem> placed, string zoom, Func<string, string> address) =>
        areas.Count < 2 ? [] : [
            new MapView(localizer["Whole map"], Items(placed), address(Whole), zoom == Whole),
            .. areas.Select(area => new MapView(area.First().Point.Area.Name, Items(area), address(area.Key), zoom == area.Key))];

    private static int Items(IEnumerable<PlacedItem> placed) => placed.DistinctBy(item => item.Item.Item.LocalizationSet).Count();

    /// <summary>One item's link leads to it; several at one place to their line in the list; several places to their part of the map. A link is called what stands on it, then more (WCAG 2.5.3).</summary>
    private MapSpot Spot(List<PlacedItem> spot, MapWindow window, ItemMap map, string zoom, Func<string, string> address)
    {
        var (x, y) = (MapSpots.Percent(window.X(spot[0].Point.Longitude) / MapWindow.Width), MapSpots.Percent(window.Y(spot[0].Point.Latitude) / MapWindow.Height));
        var labels = string.Join(", ", spot.Select(item => item.Point.Label).Distinct().Take(MostNames)) + (spot.Select(item => item.Point.Label).Distinct().Count() > MostNames ? "…" : "");
        var names = spot.Select(item => item.Point.Name).Distinct().ToList();
        var (count, area) = (Items(spot), spot[0].Point.Area);
        if (count == 1)
        {
            return new MapSpot(x, y, spot[0].Item.Url!, spot[0].Item.Title == labels ? labels : $"{labels}, {spot[0].Item.Title}", labels, 1);
        }

        var isApart = zoom == Whole && names.Count > 1 && map.Views.Count > 0;
        return isApart
            ? new MapSpot(x, y, $"{address(area.Code)}#{map.Id}", $"{count} {labels}, {localizer["enlarge {0}", area.Name]}", labels, count)
            : new MapSpot(x, y, $"{address(zoom)}#{map.Places.First(place => place.Name == names[0]).Id}", $"{count} {labels}, {string.Join(" · ", names)}", labels, count);
    }

    private static List<MapPlace> Places(List<PlacedItem> placed, string id) =>
    [
        .. placed.GroupBy(item => item.Point.Name).OrderBy(place => place.Key, StringComparer.CurrentCulture)
            .Select((place, index) => new MapPlace(
                FormattableString.Invariant($"{id}-{index + 1}"),
                place.Key,
                place.First().Point.Note,
                [.. place.DistinctBy(item => item.Item.Item.LocalizationSet).Select(item => new MapLink(item.Item.Title, item.Item.Url!))])),
    ];

    /// <summary>A round distance of at most a quarter of the map.</summary>
    private MapScale? Scale(MapWindow window, string culture)
    {
        if (window.Kilometres > WidestScale)
        {
            return null;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(window.Kilometres / 4)));
        var distance = _round.Select(factor => factor * power).First(distance => distance <= window.Kilometres / 4);
        return new MapScale(MapSpots.Percent((MapScale.Begin / 100d) + (distance / window.Kilometres)), $"{CultureFormats.Number((decimal)distance, cultures.Format(culture))}\u00a0km");
    }

    /// <param name="Address">Of the whole map: it names the list, its language and what narrows it.</param>
    private sealed record MapKey(string Address);

    private sealed record MappedItems(List<ContentItem> Items, bool IsCut);
}
