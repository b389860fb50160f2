using Cms.Display.Maps;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Sites;

/// <summary>Where the places are, département by département: what stands right below a country in the taxonomy of places, or the country.</summary>
internal sealed class SiteMap(IStringLocalizer<SiteMap> localizer) : IMapSource
{
    /// <summary>Degrees of latitude around a place that is not in metropolitan France: enough for a coast or a border.</summary>
    private const double Around = 4;

    /// <summary>Metropolitan France and its neighbours, where anybody knows a part of the country at a glance.</summary>
    private static readonly MapWindow _france = MapWindow.About(46.2, 2.3, 10.6);

    public string Type => nameof(Site);

    public string Title => localizer["Map of the places"];

    public bool BeginsWide => false;

    public double SmallestSpan => .45;

    public IEnumerable<MapPoint> Points(ItemDisplay item)
    {
        var site = item.Item.As<Site>();
        if (site.Position is { Latitude: { } latitude, Longitude: { } longitude })
        {
            var town = site.Address.Locality.Length > 0 ? item.Text(site.Address.Locality) : item.Title;
            yield return new MapPoint((double)latitude, (double)longitude, town, town, Area(item, site));
        }
    }

    public MapWindow? Surroundings(MapPoint point) =>
        _france.Contains(new MapWindow(point.Longitude, point.Latitude, point.Longitude, point.Latitude)) ? _france : MapWindow.About(point.Latitude, point.Longitude, Around);

    public IEnumerable<string> Beside(ItemDisplay item) => item.Item.As<Site>().Position.IsEmpty ? [item.Title] : [];

    private MapArea Area(ItemDisplay item, Site site) =>
        item.Context.Terms(site.Places).Select(item.Context.Line).MaxBy(line => line.Count) is { } line
            ? new MapArea(line[line.Count > 1 ? 1 : 0].Code, line[line.Count > 1 ? 1 : 0].Name)
            : new MapArea("elsewhere", localizer["Elsewhere"]);
}
