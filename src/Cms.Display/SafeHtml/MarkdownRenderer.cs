using System.Globalization;
using Cms.Core.Errors;

namespace Cms.Display.SafeHtml;

/// <summary>How a Markdown text is shown.</summary>
/// <param name="Culture">Language of the text: decides its typography.</param>
/// <param name="Resolve">The address of an internal link or picture for this reader, or null when there is none: then only its text is shown.</param>
/// <param name="FirstHeading">Level that the text's outermost headings get, 2 to 6; the others follow without a gap.</param>
/// <param name="SiteHost">Host of the website.</param>
public sealed record MarkdownView(CultureInfo Culture, Func<InternalLink, string?>? Resolve = null, int FirstHeading = 2, string? SiteHost = null);

/// <summary>A rendered text. With a failure, the markup is the source shown as it was typed.</summary>
/// <param name="Failure"><c>text.too_long</c> or <c>text.too_deep</c>: an editor is told, a reader is not.</param>
public sealed record RenderedText(SafeMarkup Html, Failure? Failure = null);

/// <summary>
/// Renders Markdown: parsed without HTML, links resolved, sanitised always, whatever way the text came in. What was rendered is kept; a kept text whose
/// internal links now lead elsewhere is rendered anew.
/// </summary>
public sealed class MarkdownRenderer(SafeHtmlCache cache)
{
    private const int MaxShownSource = 20_000;

    public RenderedText Render(string? markdown, MarkdownView view)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return new RenderedText(SafeMarkup.Empty);
        }

        var key = SafeHtmlCache.KeyOf(markdown, view);
        if (cache.Find(key, view) is { } kept)
        {
            return kept;
        }

        var links = new Dictionary<InternalLink, string?>();
        var rendered = Fresh(markdown, view with { Resolve = link => Resolve(link, view, links) });
        cache.Keep(key, rendered, links);
        return rendered;

        static string? Resolve(InternalLink link, MarkdownView view, Dictionary<InternalLink, string?> links) =>
            links.TryGetValue(link, out var known) ? known : links[link] = view.Resolve?.Invoke(link);
    }

    /// <summary>Why a text can not be shown, for the rules of a field; null when it can.</summary>
    public Failure? Check(string? markdown) => Render(markdown, new MarkdownView(CultureInfo.InvariantCulture)).Failure;

    private static RenderedText Fresh(string markdown, MarkdownView view)
    {
        var (document, failure) = MarkdownSource.Parse(markdown);
        if (document is null)
        {
            return AsTyped(markdown, failure);
        }

        MarkdownDress.Headings(document, view.FirstHeading);
        MarkdownDress.Links(document, view.Resolve);
        try
        {
            var html = MarkdownSource.ToHtml(document) ?? throw HtmlLimitException.TooDeep();
            return new RenderedText(SafeMarkup.From(html, new HtmlRules(view.Culture, view.SiteHost)));
        }
        catch (HtmlLimitException e)
        {
            return AsTyped(markdown, e.Failure);
        }
    }

    private static RenderedText AsTyped(string markdown, Failure? failure) =>
        new(SafeMarkup.FromText(markdown.Length > MaxShownSource ? $"{markdown.AsSpan(0, MaxShownSource)}…" : markdown), failure);
}
