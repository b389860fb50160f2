using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Cms.Display.SafeHtml;

/// <summary>
/// HTML that passed the sanitiser, the only way of this project to write markup unencoded: nothing else may make an <see cref="IHtmlContent"/> from a
/// string. Its constructor is private, so every value went through <see cref="HtmlSanitizer"/> or was encoded.
/// </summary>
public sealed class SafeMarkup : IHtmlContent
{
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

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Markup);

    public override string ToString() => Markup;
}
