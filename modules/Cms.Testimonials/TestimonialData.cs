using Cms.Display.LinkedData;
using Cms.Display.SafeHtml;
using Cms.Display.Templates;

namespace Cms.Testimonials;

/// <summary>A testimonial in the words of schema.org. Only published words are a quotation; a report of them and a participant without words are not.</summary>
internal static class TestimonialData
{
    public static void Describe(ItemDisplay<Testimonial> item, DataNode node)
    {
        var (part, person) = (item.Part, item.Items(item.Part.Person).FirstOrDefault());
        if (part.Quotation.IsEmpty)
        {
            node.Type("CreativeWork").Item("mentions", person).Text("text", Plain(part.Reported.Markdown)).Text("inLanguage", item.Item.Culture);
        }
        else
        {
            node.Type("Quotation").Text("text", Plain(part.Quotation.Markdown)).Text("inLanguage", part.QuotationLanguage.Text).Item("spokenByCharacter", person);
        }

        node.Text("dateCreated", part.Date.Start).Items("about", item.Items(part.About));
    }

    private static string Plain(string markdown) => MarkdownText.ToPlainText(markdown).Trim();
}
