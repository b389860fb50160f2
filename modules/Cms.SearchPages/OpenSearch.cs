using System.Text;
using System.Xml;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Cms.SearchPages;

/// <summary>The description by which browsers offer the website's search (OpenSearch 1.1): <c>/opensearch.xml?culture=fr</c>.</summary>
internal static class OpenSearch
{
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";
    private const int LongestShortName = 16;

    public static void MapOpenSearch(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/opensearch.xml", [HttpMethods.Get, HttpMethods.Head], WriteAsync).ExcludeFromDescription();

    private static async Task WriteAsync(
        HttpContext context, CultureSettings cultures, WebsiteSettings website, WebsiteProfile profile, LocalizedPages pages, IStringLocalizer<Pages.SearchModel> texts, CancellationToken token)
    {
        var asked = context.Request.Query["culture"].ToString();
        var culture = asked.Length == 0 ? cultures.Default : cultures.Supports(asked) ? asked : throw new CmsException("content.unknown-culture", 400, asked);
        System.Globalization.CultureInfo.CurrentUICulture = cultures.Format(culture);
        var name = await profile.SiteNameAsync(token);
        var page = new Uri(website.BaseUrl, pages.Url("/Search", culture)).AbsoluteUri;
        context.Response.ContentType = "application/opensearchdescription+xml; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        await using var xml = XmlWriter.Create(context.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "OpenSearchDescription", Namespace);
        await ElementAsync(xml, "ShortName", name.Length > LongestShortName ? name[..LongestShortName] : name);
        await ElementAsync(xml, "Description", texts["Search {0}", name]);
        await ElementAsync(xml, "Language", culture);
        await ElementAsync(xml, "InputEncoding", "UTF-8");
        await xml.WriteStartElementAsync(null, "Url", Namespace);
        await xml.WriteAttributeStringAsync(null, "type", null, "text/html");
        await xml.WriteAttributeStringAsync(null, "template", null, $"{page}?q={{searchTerms}}");
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    private static Task ElementAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Namespace, text);
}
