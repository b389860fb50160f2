using Cms.Display.Maps;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Cooperation;

/// <summary>Where the partners are, by parts of the world. Networks have no point.</summary>
internal sealed class PartnerMap(IStringLocalizer<PartnerMap> localizer) : IMapSource
{
    public string Type => nameof(CooperationProject);

    public string Title => localizer["Our partners in the world"];

    public bool BeginsWide => true;

    public double SmallestSpan => 9;

    public IEnumerable<MapPoint> Points(ItemDisplay item)
    {
        foreach (var partner in item.Item.As<CooperationProject>().ForeignPartners.Rows)
        {
            if (partner.Position is { Latitude: { } latitude, Longitude: { } longitude })
            {
                var (town, country) = (item.Text(partner.Town), FieldText.Of(partner.Country, item));
                var name = string.Join(", ", new[] { town, country }.Where(text => text.Length > 0));
                yield return new MapPoint((double)latitude, (double)longitude, town.Length > 0 ? town : country, name.Length > 0 ? name : item.Title, Area((double)latitude, (double)longitude))
                {
                    Who = item.Text(partner.Organisation),
                    Note = partner.OnCapital.Value == true ? localizer["placed on the capital"] : "",
                };
            }
        }
    }

    public MapWindow? Surroundings(MapPoint point) => null;

    public IEnumerable<string> Beside(ItemDisplay item)
    {
        var project = item.Item.As<CooperationProject>();
        var networks = project.Networks.Values.Select(item.Text).ToList();
        return networks.Count > 0 ? [string.Join(", ", networks)] : project.ForeignPartners.Rows.Any(partner => !partner.Position.IsEmpty) ? [] : [item.Title];
    }

    /// <summary>Rough parts of the world, by degrees: enough to enlarge the map around a point.</summary>
    private MapArea Area(double latitude, double longitude) => (latitude, longitude) switch
    {
        ( >= 13, < -30) => new MapArea("north-america", localizer["North America"]),
        (_, < -30) => new MapArea("south-america", localizer["South America"]),
        (_, >= 63) => new MapArea("asia-oceania", localizer["Asia and Oceania"]),
        ( >= 30, < 26) or ( >= 45, _) => new MapArea("europe", localizer["Europe and the Mediterranean"]),
        ( >= 12, >= 34) or ( >= 30, _) => new MapArea("near-east", localizer["Near East and Caucasus"]),
        _ => new MapArea("africa", localizer["Africa"]),
    };
}
