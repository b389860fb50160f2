using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>What is asked of a page that shows what somebody typed: nothing of it runs, and its words are there to be read.</summary>
internal static class InertPages
{
    /// <summary>Begins the line that a text of <see cref="HostileSite"/> would add to the headers.</summary>
    public const string Header = "X-Isard";

    private const string Foreign = "img[src=x], [data-isard], iframe, object, embed, base, meta[http-equiv], svg[onload], form[action='https://example.org/']";
    private static readonly string[] _addresses = ["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data", "poster"];
    private static readonly string[] _running = ["javascript:", "vbscript:", "data:text", "data:application", "data:image/svg"];

    /// <summary>Opens a page that shows what was typed.</summary>
    public static async Task<IHtmlDocument> InertAsync(this Browser browser, string address, string typed, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await browser.GetAsync(address);
        return await InertAsync(response, typed, status);
    }

    /// <summary>An answer that shows what was typed.</summary>
    public static async Task<IHtmlDocument> InertAsync(HttpResponseMessage response, string typed, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.RequestMessage?.RequestUri} {(int)response.StatusCode} {text}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Guarded(response);
        var page = await new HtmlParser().ParseDocumentAsync(text);
        Inert(page, typed);
        return page;
    }

    /// <summary>A preview: the page in its frame shows what was typed, and neither it nor the page around does anything else.</summary>
    /// <returns>The page in the frame.</returns>
    public static async Task<IHtmlDocument> InertPreviewAsync(HttpResponseMessage response, string typed)
    {
        Guarded(response);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        var frame = Assert.Single(page.QuerySelectorAll("iframe"));
        Assert.Equal("allow-same-origin allow-popups", frame.GetAttribute("sandbox"));
        var framed = await new HtmlParser().ParseDocumentAsync(frame.GetAttribute("srcdoc")!);
        Assert.Equal("_blank", Assert.Single(framed.QuerySelectorAll("base")).GetAttribute("target"));
        framed.QuerySelector("base")!.Remove();
        Inert(framed, typed);
        frame.Remove();
        Harmless(page);
        return framed;
    }

    /// <summary>Looks through a page, or a piece of one.</summary>
    public static void Inert(IDocument page, string typed)
    {
        Harmless(page);
        Assert.Contains(Squeezed(typed), Squeezed(Words(page)), StringComparison.Ordinal);
    }

    /// <summary>Looks through a page that need not show what was typed.</summary>
    public static void Harmless(IDocument page)
    {
        var faults = new List<string>();
        foreach (var element in page.All)
        {
            faults.AddRange(element.Attributes.Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).Select(attribute => $"{attribute.Name} of {element.OuterHtml}"));
            faults.AddRange(_addresses.Where(name => _running.Any(Plain(element.GetAttribute(name)).StartsWith)).Select(name => $"{name} of {element.OuterHtml}"));
            if (element is IHtmlScriptElement script && !IsOwn(script))
            {
                faults.Add(script.OuterHtml);
            }
        }

        faults.AddRange(page.QuerySelectorAll(Foreign).Select(element => element.OuterHtml));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>The headers are those of the website: scripts of its own files only, no guessing of types, and no line that somebody typed.</summary>
    public static void Guarded(HttpResponseMessage response)
    {
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        var scripts = Assert.Single(policy.Split(';', StringSplitOptions.TrimEntries), rule => rule.StartsWith("script-src ", StringComparison.Ordinal));
        Assert.Equal("script-src 'self'", scripts);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.NonValidated.Contains(Header) || response.Content.Headers.NonValidated.Contains(Header));
    }

    /// <summary>Without spaces and with the apostrophe of keyboards: what typography changes.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('’', '\'');

    /// <summary>What a reader sees: text, and what stands in the inputs.</summary>
    private static string Words(IDocument page)
    {
        var texts = page.CreateTreeWalker(page.DocumentElement, FilterSettings.Text, node => node.ParentElement is IHtmlScriptElement or IHtmlTitleElement ? FilterResult.Reject : FilterResult.Accept);
        var words = new List<string>();
        while (texts.ToNext() is { } text)
        {
            words.Add(text.TextContent);
        }

        return string.Concat(words.Concat(page.QuerySelectorAll("input:not([type=hidden])").Select(input => "\n" + input.GetAttribute("value"))));
    }

    /// <summary>A file of the website, or data that is whole.</summary>
    private static bool IsOwn(IHtmlScriptElement script) =>
        script.Type == "application/ld+json" ? JsonNode.Parse(script.TextContent) is JsonObject
        : script.GetAttribute("src") is { } source && source.StartsWith('/') && !source.StartsWith("//", StringComparison.Ordinal) && script.TextContent.Length == 0;

    /// <summary>An address as browsers read it: without spaces and control characters, in lower case.</summary>
    private static string Plain(string? address) => string.Concat((address ?? "").Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToLowerInvariant();
}
