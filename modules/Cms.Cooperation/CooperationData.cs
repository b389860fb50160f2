using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Cooperation;

/// <summary>A cooperation project in the words of schema.org: its partners are its members, where they are.</summary>
internal static class CooperationData
{
    public static void Describe(ItemDisplay<CooperationProject> item, DataNode node) => node
        .Type("Project")
        .Item("parentOrganization", item.Publisher)
        .Nodes("member", "Organization", item.Part.ForeignPartners.Rows, (partner, member) => Partner(item, partner, member))
        .Texts("keywords", item.Part.Networks.Values);

    private static void Partner(ItemDisplay item, ForeignPartner partner, DataNode member)
    {
        var where = string.Join(", ", new[] { item.Text(partner.Town), FieldText.Of(partner.Country, item) }.Where(text => text.Length > 0));
        member.Text("name", partner.Organisation.IsEmpty ? where : item.Text(partner.Organisation))
            .Node("location", "Place", place => place.Text("name", where).Position("geo", partner.Position));
    }
}
