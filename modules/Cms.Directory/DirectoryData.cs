using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.Directories;

/// <summary>Organisations, people and online services in the words of schema.org. An organisation with the code of a département is a public authority.</summary>
internal static class DirectoryData
{
    public static void Describe(ItemDisplay<Organisation> item, DataNode node) => node
        .Type(item.Part.Code.IsEmpty ? "Organization" : "GovernmentOrganization")
        .Text("alternateName", item.Part.Acronym.Text)
        .Url("url", item.Part.Website.Url);

    public static void Describe(ItemDisplay<Person> item, DataNode node) => node
        .Type("Person")
        .Text("jobTitle", item.Text(item.Part.Role))
        .Item("affiliation", item.Items(item.Part.Organisation).FirstOrDefault());

    public static void Describe(ItemDisplay<OnlineService> item, DataNode node)
    {
        node.Type("GovernmentService")
            .Item("provider", item.Items(item.Part.Organisation).FirstOrDefault() ?? item.Publisher)
            .Nodes("audience", "Audience", item.Context.Terms(item.Part.Audiences), (term, audience) => audience.Text("audienceType", term.Name));
        if (!item.Part.Website.IsEmpty)
        {
            node.Node("availableChannel", "ServiceChannel", channel => channel.Url("serviceUrl", item.Part.Website.Url));
        }
    }
}
