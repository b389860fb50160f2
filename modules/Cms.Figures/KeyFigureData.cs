using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Figures;

/// <summary>A figure in the words of schema.org.</summary>
internal static class KeyFigureData
{
    public static void Describe(ItemDisplay<KeyFigure> item, DataNode node) => node
        .Type("Observation")
        .Number("value", item.Part.Value.Value)
        .Text("unitText", item.Part.Unit.IsEmpty ? item.Part.Value.Unit : item.Text(item.Part.Unit))
        .Text("observationDate", item.Part.AsOf.Start)
        .Items("observationAbout", item.Items(item.Part.About));
}
