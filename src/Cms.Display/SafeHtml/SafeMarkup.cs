using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Cms.Display.SafeHtml;

/// <summary>
/// HTML that passed the sanitiser, the only way of this project to write markup unencoded: nothing else may make an <see cref="IHtmlContent"/> from a
/// string. Its constructor is private, so every value went through <see cref="HtmlSanitizer"/> or was encoded, as HTML or as JSON.
/// </summary>
public sealed class SafeMarkup : IHtmlContent
{
    /// <summary>Letters with accents go as they are; signs of markup are escaped whatever the ranges say.</summary>
    private static readonly JsonSerializerOptions _data = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private SafeMarkup(string markup) => Markup = markup;

    public static SafeMarkup Empty { get; } = new("");

    /// <summary>The markup, for feeds and the API; views write the object itself.</summary>
    public string Markup { get; }

    public bool IsEmpty => Markup.Length == 0;

    /// <summary>Cleans markup of any origin.</summary>
    /// <exception cref="HtmlLimitException">It is too long or nests too deep.</exception>
    public static SafeMarkup From(string html, HtmlRules rules) => new(HtmlSanitizer.Clean(html, rules));

    /// <summary>A text shown as it is.</summary>
    public static SafeMarkup FromText(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>The content of a data block (<c>application/ld+json</c>): JSON whose texts hold none of the signs that could end the block.</summary>
    public static SafeMarkup FromData(JsonNode data) => new(data.ToJsonString(_data));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Markup);

    public override string ToString() => Markup;
}
