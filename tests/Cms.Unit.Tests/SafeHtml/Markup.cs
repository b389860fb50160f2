using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Cms.Display.SafeHtml;

namespace Cms.Unit.Tests.SafeHtml;

/// <summary>Checks a rendered text as a browser would see it: on the tree that parsing it gives, never on its characters.</summary>
internal static class Markup
{
    private static readonly HashSet<string> _attributes =
        ["href", "hreflang", "src", "alt", "width", "height", "lang", "dir", "title", "rel", "loading", "colspan", "rowspan", "scope", "abbr", "span", "start", "reversed", "value", "datetime", "cite"];

    private static readonly HashSet<string> _elements =
        [.. ("a abbr b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span "
            + "strong sub sup table tbody td tfoot th thead time tr u ul var wbr").Split(' ')];

    public static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;

    public static IElement Clean(string html, HtmlRules? rules = null) => Body(SafeMarkup.From(html, rules ?? new HtmlRules()).Markup);

    /// <summary>Nothing that could run, load, post or take a name of the page; and cleaning it again changes nothing.</summary>
    public static void AssertSafe(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.Head!.Children);
        Assert.Empty(document.Body!.Attributes);
        foreach (var element in document.Body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, _elements);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, _attributes);
                AssertAddress(attribute);
            }
        }

        Assert.DoesNotContain(Everything(document.Body), node => node.NodeType is not (NodeType.Element or NodeType.Text));
        Assert.Equal(html, SafeMarkup.From(html, new HtmlRules()).Markup);
    }

    private static IEnumerable<INode> Everything(INode node) => node.ChildNodes.SelectMany(Everything).Prepend(node);

    private static void AssertAddress(IAttr attribute)
    {
        if (attribute.Name is not ("href" or "src" or "cite"))
        {
            return;
        }

        // As the URL standard reads it: tabs and line breaks out, controls and spaces around off, backslashes as slashes.
        var url = string.Concat(attribute.Value.Where(c => c is not ('\t' or '\n' or '\r'))).Trim([.. Enumerable.Range(0, 33).Select(i => (char)i)]).Replace('\\', '/');
        Assert.False(url.StartsWith("//", StringComparison.Ordinal), url);
        var scheme = new Uri(new Uri("https://site.test/fr/"), url).Scheme;
        Assert.Contains(scheme, attribute.Name == "src" ? ["https"] : new[] { "http", "https", "mailto", "tel" });
        if (attribute.Name == "src")
        {
            Assert.Equal("site.test", new Uri(new Uri("https://site.test/fr/"), url).Host);
        }
    }
}
