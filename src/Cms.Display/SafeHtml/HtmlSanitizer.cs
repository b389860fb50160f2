using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Cms.Display.SafeHtml;

/// <summary>
/// Keeps of a markup what <see cref="HtmlRules"/> lists, and writes it anew. What it writes is a fixed point: a browser that parses it finds what was
/// checked, and cleaning it again changes nothing; markup that does not settle is shown as text.
/// </summary>
internal static class HtmlSanitizer
{
    private const int MaxPasses = 5;

    /// <exception cref="HtmlLimitException">The markup is too long, too deep or too large.</exception>
    public static string Clean(string html, HtmlRules rules)
    {
        var clean = Pass(html, rules);
        if (rules.Culture is { } culture)
        {
            clean = HtmlTypography.Apply(clean, culture);
        }

        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var again = Pass(clean, rules);
            if (again == clean)
            {
                return clean;
            }

            clean = again;
        }

        return System.Net.WebUtility.HtmlEncode(HtmlTree.Parse(clean).TextContent);
    }

    private static string Pass(string html, HtmlRules rules)
    {
        var writer = new HtmlWriter();
        foreach (var (node, leaving) in HtmlTree.Walk(HtmlTree.Parse(html), IsEntered))
        {
            switch (node)
            {
                case IElement element when leaving:
                    Close(writer, element);
                    break;
                case IElement element when IsEntered(element):
                    Open(writer, element, rules);
                    break;
                case IText text:
                    writer.Text(text.Data);
                    break;
            }
        }

        return writer.ToString();
    }

    /// <summary>False for an element that goes with all it holds; SVG and MathML ones always do.</summary>
    private static bool IsEntered(IElement element) => element is IHtmlElement && !HtmlRules.Dropped.Contains(element.LocalName);

    /// <summary>False for an element whose tags go and whose content stays: an unknown one, a link or picture without a usable address.</summary>
    private static bool IsWritten(IElement element) => HtmlRules.Elements.Contains(element.LocalName) && element.LocalName switch
    {
        "a" => SafeUrl.ForLink(element.GetAttribute("href")) is not null,
        "img" => SafeUrl.ForPicture(element.GetAttribute("src")) is not null,
        _ => true,
    };

    private static void Open(HtmlWriter writer, IElement element, HtmlRules rules)
    {
        if (!IsWritten(element))
        {
            return;
        }

        var name = NameOf(element);
        writer.Open(name);
        foreach (var attribute in element.Attributes.Where(a => IsAllowed(name, a)))
        {
            if (AttributeRules.Checked(attribute.Name, attribute.Value) is { } value)
            {
                writer.Attribute(attribute.Name, value);
            }
        }

        Complete(writer, element, name, rules);
        writer.EndOpen(startsWithLineBreak: element.FirstChild is IText { Data: ['\n', ..] });
    }

    private static bool IsAllowed(string element, IAttr attribute) => attribute.NamespaceUri is null
        && (HtmlRules.GlobalAttributes.Contains(attribute.Name) || HtmlRules.Attributes.TryGetValue(element, out var own) && own.Contains(attribute.Name));

    /// <summary>Adds what every such element has: headers say of what (RGAA 5.7), pictures have a text, links outside do not hand over the window.</summary>
    private static void Complete(HtmlWriter writer, IElement element, string name, HtmlRules rules)
    {
        switch (name)
        {
            case "a" when SafeUrl.IsExternal(SafeUrl.ForLink(element.GetAttribute("href"))!, rules.SiteHost):
                writer.Attribute("rel", "external noopener");
                break;
            case "img":
                if (!element.HasAttribute("alt"))
                {
                    writer.Attribute("alt", "");
                }

                writer.Attribute("loading", "lazy");
                break;
            case "th" when AttributeRules.Checked("scope", element.GetAttribute("scope") ?? "") is null:
                writer.Attribute("scope", element.ParentElement?.ParentElement is { LocalName: "thead" } ? "col" : "row");
                break;
        }
    }

    private static void Close(HtmlWriter writer, IElement element)
    {
        if (IsWritten(element) && !HtmlRules.Void.Contains(element.LocalName))
        {
            writer.Close(NameOf(element));
        }
    }

    /// <summary>A page has one h1, its title: a text's own becomes a section.</summary>
    private static string NameOf(IElement element) => element.LocalName == "h1" ? "h2" : element.LocalName;
}
