using System.Globalization;
using System.Text;
using System.Xml;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Localization;

namespace Cms.Seo;

/// <summary>Writes site maps (sitemaps.org 0.9) as they are read, with the translations of each page.</summary>
internal sealed class SitemapWriter(SitemapPlan plan, ContentDefinitions definitions, WebsiteSettings website, CultureSettings cultures)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const int FlushEvery = 200;

    public async Task WriteIndexAsync(Stream body, IReadOnlyList<SitemapPart> parts, CancellationToken token)
    {
        await using var xml = Writer(body);
        await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
        for (var number = 1; number <= parts.Count; number++)
        {
            token.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, "sitemap", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, Absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{number}.xml")));
            await LastModifiedAsync(xml, parts[number - 1].LastModified);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    public async Task WritePartAsync(Stream body, SitemapPart part, CancellationToken token)
    {
        await using var xml = Writer(body);
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        if (part.FirstSet.Length == 0)
        {
            foreach (var type in definitions.Types.Where(type => type.ListPaths.Count > 0))
            {
                await PageAsync(xml, [.. Ordered(type.ListPaths.Select(list => new PublishedAddress { Culture = list.Key, Path = list.Value }))]);
            }
        }

        var sets = 0;
        await foreach (var set in plan.SetsAsync(part, token))
        {
            await PageAsync(xml, [.. Ordered(set)]);
            if (++sets % FlushEvery == 0)
            {
                await xml.FlushAsync();
            }
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    private IEnumerable<PublishedAddress> Ordered(IEnumerable<PublishedAddress> languages) =>
        languages.Where(address => cultures.Supports(address.Culture)).OrderBy(address => cultures.Names.ToList().IndexOf(address.Culture));

    /// <summary>An entry per language, each with all of them: search engines want the links to lead both ways.</summary>
    private async Task PageAsync(XmlWriter xml, IReadOnlyList<PublishedAddress> languages)
    {
        foreach (var address in languages)
        {
            await xml.WriteStartElementAsync(null, "url", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, Absolute(address));
            await LastModifiedAsync(xml, Utc.Parse(address.PublishedUtc));
            foreach (var alternate in languages)
            {
                await AlternateAsync(xml, alternate.Culture, Absolute(alternate));
            }

            await AlternateAsync(xml, "x-default", Absolute(languages[0]));
            await xml.WriteEndElementAsync();
        }
    }

    private static async Task AlternateAsync(XmlWriter xml, string language, string url)
    {
        await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
        await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
        await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
        await xml.WriteAttributeStringAsync(null, "href", null, url);
        await xml.WriteEndElementAsync();
    }

    private static Task LastModifiedAsync(XmlWriter xml, DateTimeOffset? moment) =>
        moment is { } utc ? xml.WriteElementStringAsync(null, "lastmod", Namespace, Utc.Text(utc)) : Task.CompletedTask;

    private string Absolute(PublishedAddress address) => Absolute(ContentPath.Url(address.Culture, address.Path));

    private string Absolute(string path) => new Uri(website.BaseUrl, path).AbsoluteUri;

    private static XmlWriter Writer(Stream body) => XmlWriter.Create(body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
}
