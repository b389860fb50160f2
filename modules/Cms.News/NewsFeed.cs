using System.Text;
using System.Xml;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Microsoft.Extensions.Localization;

namespace Cms.News;

/// <summary>The newest articles of a language as an Atom feed (RFC 4287). Its ids survive a change of address.</summary>
internal sealed class NewsFeed(ContentLists lists, WebsiteSettings website, WebsiteProfile profile, CultureSettings cultures, PageTags tags, IStringLocalizer<NewsFeed> localizer)
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Length = 50;

    /// <param name="list">Address of the list of articles in that language.</param>
    public async Task<byte[]> WriteAsync(string culture, string list, CancellationToken token)
    {
        tags.AddList(nameof(Article));
        var articles = (await lists.PageAsync(new ContentQuery { Type = nameof(Article), Culture = culture, PageSize = Length }, token)).Items;
        var siteName = await profile.SiteNameAsync(token);
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, culture);
            xml.WriteElementString("id", Namespace, Absolute(list));
            Text(xml, "title", $"{localizer["News"]} – {siteName}", culture);
            Link(xml, "self", Absolute(list + "/atom.xml"), "application/atom+xml");
            Link(xml, "alternate", Absolute(list), "text/html");
            xml.WriteElementString("updated", Namespace, Utc.Text(articles.Max(Changed) ?? DateTimeOffset.UnixEpoch));
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, siteName);
            xml.WriteEndElement();
            foreach (var article in articles.Where(article => article.Url is not null))
            {
                Entry(xml, article);
            }

            xml.WriteEndElement();
        }

        return text.ToArray();
    }

    private void Entry(XmlWriter xml, ContentItem article)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, $"tag:{website.BaseUrl.Host},{article.CreatedUtc ?? DateTimeOffset.UnixEpoch:yyyy-MM-dd}:{article.ContentItemId}");
        Text(xml, "title", article.DisplayText, article.Culture);
        Text(xml, "summary", article.As<PublicationPart>().Summary.Text, article.Culture);
        Link(xml, "alternate", Absolute(article.Url!), "text/html");
        xml.WriteElementString("published", Namespace, Utc.Text(article.CreatedUtc ?? DateTimeOffset.UnixEpoch));
        xml.WriteElementString("updated", Namespace, Utc.Text(Changed(article) ?? DateTimeOffset.UnixEpoch));
        xml.WriteEndElement();
    }

    private void Text(XmlWriter xml, string name, string text, string culture) =>
        xml.WriteElementString(name, Namespace, string.Concat(Typography.Apply(text, cultures.Format(culture)).EnumerateRunes().Where(IsXml)));

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static void Link(XmlWriter xml, string relation, string url, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static DateTimeOffset? Changed(ContentItem article) => article.ModifiedUtc ?? article.PublishedUtc;

    private string Absolute(string path) => new Uri(website.BaseUrl, path).AbsoluteUri;
}
