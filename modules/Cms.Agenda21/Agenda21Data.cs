using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Agenda21;

/// <summary>An action in the words of schema.org.</summary>
internal static class Agenda21Data
{
    public static void Describe(ItemDisplay<Agenda21Action> item, DataNode node) => node
        .Type("Project")
        .Text("identifier", item.Part.Code.Text)
        .Item("parentOrganization", item.Publisher);
}
