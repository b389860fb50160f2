using System.Globalization;
using Cms.Content.Fields;
using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Sites;

/// <summary>A place in the words of schema.org.</summary>
internal static class SiteData
{
    public static void Describe(ItemDisplay<Site> site, DataNode node) => node
        .Type("Place")
        .Address("address", site.Part.Address)
        .Position("geo", site.Part.Position)
        .Nodes("openingHoursSpecification", "OpeningHoursSpecification", site.Part.OpeningHours.Slots, Hours);

    private static void Hours(OpeningSlot slot, DataNode node) => node
        .Text("dayOfWeek", $"https://schema.org/{slot.Day}")
        .Text("opens", slot.Opens.ToString("HH:mm", CultureInfo.InvariantCulture))
        .Text("closes", slot.Closes.ToString("HH:mm", CultureInfo.InvariantCulture));
}
