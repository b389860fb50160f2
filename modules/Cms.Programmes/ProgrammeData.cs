using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Programmes;

/// <summary>A programme in the words of schema.org.</summary>
internal static class ProgrammeData
{
    public static void Describe(ItemDisplay<Programme> item, DataNode node) => node
        .Type("Project")
        .Period("foundingDate", "dissolutionDate", item.Part.Period)
        .Item("parentOrganization", item.Publisher)
        .Items("location", item.Items(item.Part.Sites))
        .Items("event", item.Items(item.Part.Events));
}
