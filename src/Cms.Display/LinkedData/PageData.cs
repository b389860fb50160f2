using System.Text.Json.Nodes;
using Cms.Content.Items;
using Cms.Display.Frame;
using Cms.Display.SafeHtml;

namespace Cms.Display.LinkedData;

/// <summary>What a page says to machines in its head: itself, what it is about, its breadcrumb; the home page also who runs the website and how it is searched.</summary>
public sealed class PageData(DataCatalog catalog)
{
    private const string Context = "https://schema.org";

    /// <summary>Licence Ouverte 2.0.</summary>
    private const string Licence = "https://spdx.org/licenses/etalab-2.0.html";

    public SafeMarkup Of(PageFrame page, FrameRequest request)
    {
        if (page.Canonical is null)
        {
            return SafeMarkup.Empty;
        }

        var graph = new JsonArray();
        if (page.IsHome)
        {
            graph.Add(Website(page));
            graph.Add(Publisher(page));
        }
        else if (request.About is { } item && catalog.Knows(item.Item.Type))
        {
            graph.Add(catalog.Describe(item));
        }

        graph.Add(Page(page, request));
        if (page.Files.Any(file => file.IsData))
        {
            graph.Add(Dataset(page));
        }

        if (page.Breadcrumb.Count > 0)
        {
            graph.Add(Breadcrumb(page));
        }

        return SafeMarkup.FromData(new JsonObject { ["@context"] = Context, ["@graph"] = graph });
    }

    private JsonObject Page(PageFrame page, FrameRequest request) => catalog.Node(request.IsList ? "CollectionPage" : "WebPage", node =>
    {
        node.Text("name", page.Title).Text("description", page.Description).Url("url", page.Canonical).Text("inLanguage", request.About?.Item.Culture ?? page.Culture);
        if (request.About is { } item)
        {
            node.Item("publisher", item.Publisher).Text("dateModified", item.Item.ModifiedUtc is { } modified ? Utc.Text(modified) : null);
        }
    });

    private JsonObject Website(PageFrame page) => catalog.Node("WebSite", node =>
    {
        node.Text("name", page.SiteName).Text("description", page.Description).Url("url", page.HomeUrl).Text("inLanguage", page.Culture);
        if (page.SearchUrl.Length > 0)
        {
            node.Node("potentialAction", "SearchAction", action => action
                .Node("target", "EntryPoint", target => target.Url("urlTemplate", page.SearchUrl).Append("urlTemplate", "?q={search_term_string}"))
                .Text("query-input", "required name=search_term_string"));
        }
    });

    private JsonObject Publisher(PageFrame page) => catalog.Node("GovernmentOrganization", node => node.Text("name", page.SiteName).Url("url", "/"));

    private JsonObject Dataset(PageFrame page) => catalog.Node("Dataset", node => node
        .Text("name", page.Title).Text("description", page.Description).Url("url", page.Canonical).Text("inLanguage", page.Culture).Url("license", Licence)
        .Node("creator", "GovernmentOrganization", creator => creator.Text("name", page.SiteName).Url("url", "/"))
        .Nodes("distribution", "DataDownload", page.Files.Where(file => file.IsData), (file, download) => download.Text("encodingFormat", file.MediaType).Url("contentUrl", file.Url)));

    private JsonObject Breadcrumb(PageFrame page)
    {
        var links = page.Breadcrumb.Select(link => (link.Text, link.Url)).Append((page.Title, page.Canonical!)).Select((link, index) => (Link: link, Number: index + 1));
        return catalog.Node("BreadcrumbList", node => node.Nodes("itemListElement", "ListItem", links, (step, item) =>
            item.Number("position", step.Number).Text("name", step.Link.Item1).Url("item", step.Link.Item2)));
    }
}
