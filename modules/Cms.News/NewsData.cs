using Cms.Display.LinkedData;
using Cms.Display.Templates;

namespace Cms.News;

/// <summary>Events and articles in the words of schema.org.</summary>
internal static class NewsData
{
    public static void Describe(ItemDisplay<Event> item, DataNode node)
    {
        var (part, place) = (item.Part, item.Items(item.Part.Place).FirstOrDefault());
        node.Type("Event")
            .Period("startDate", "endDate", part.Dates)
            .Text("eventStatus", "https://schema.org/" + Status(part.Status.Text))
            .Text("inLanguage", item.Item.Culture)
            .Item("location", place)
            .Item("organizer", item.Publisher)
            .Item("superEvent", item.Items(part.Parent).FirstOrDefault());
        if (place is null && !part.PlaceText.IsEmpty)
        {
            node.Node("location", "Place", words => words.Text("name", item.Text(part.PlaceText)));
        }
    }

    public static void Describe(ItemDisplay<Article> item, DataNode node) => node
        .Type("NewsArticle")
        .Text("headline", item.Title)
        .Text("datePublished", item.Part.Date.Start)
        .Text("inLanguage", item.Item.Culture)
        .Item("publisher", item.Publisher)
        .Items("about", item.Items(item.Part.About));

    private static string Status(string status) => status switch
    {
        "cancelled" => "EventCancelled",
        "postponed" => "EventPostponed",
        _ => "EventScheduled",
    };
}
